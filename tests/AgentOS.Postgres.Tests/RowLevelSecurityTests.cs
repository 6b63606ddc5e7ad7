using Npgsql;
using Xunit;

namespace AgentOS.Postgres.Tests;

/// <summary>Goes by the catalog, so that a table that is added later is held to it as well.</summary>
public sealed class RowLevelSecurityTests(IsolationFixture isolation) : IClassFixture<IsolationFixture>
{
    public static TheoryData<string> Situations => ["no tenant", "an empty tenant", "another tenant"];

    [Fact]
    public async Task Catalog_EveryTableWithTenant_ForcesIsolation()
    {
        var open = await isolation.ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not like 'pg\_%' and not (c.relrowsecurity and c.relforcerowsecurity)
            """);

        Assert.Empty(open);
        Assert.True(isolation.Tables.Count >= 20, $"only {isolation.Tables.Count} tables were found");
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Read_OutsideItsTenant_SeesNothing(string situation)
    {
        foreach (var table in isolation.Tables)
        {
            await using var session = await isolation.EnterAsync(situation);
            Assert.True(0 == await session.CountAsync($"select count(*) from {table}"), $"{table} is read with {situation}");
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Write_OutsideItsTenant_ChangesNothing(string situation)
    {
        foreach (var table in isolation.Tables)
        {
            Assert.True(await IsHarmlessAsync(situation, $"update {table} set tenant_id = tenant_id"), $"{table} is changed with {situation}");
            Assert.True(await IsHarmlessAsync(situation, $"delete from {table}"), $"{table} is emptied with {situation}");
        }
    }

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Insert_OfOurTenantOutsideIt_IsRefused(string situation)
    {
        foreach (var table in isolation.Tables)
        {
            await using var session = await isolation.EnterAsync(situation);
            var refusal = await Record.ExceptionAsync(() => session.AffectedAsync(
                $"insert into {table} select * from jsonb_populate_record(null::{table}, '{isolation.Rows[table].Replace("'", "''", StringComparison.Ordinal)}')"));
            Assert.True(refusal is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or "428C9" }, $"{table} takes a row with {situation}: {refusal?.Message}");
        }
    }

    [Fact]
    public async Task Read_WithinItsTenant_SeesItsRow()
    {
        foreach (var table in isolation.Tables)
        {
            await using var session = await isolation.EnterAsync("our tenant");
            Assert.True(1 <= await session.CountAsync($"select count(*) from {table}"), $"{table} shows its own tenant nothing");
        }
    }

    [Theory]
    [InlineData("set role agentos")]
    [InlineData("set session authorization agentos")]
    [InlineData("alter role agentos_app bypassrls")]
    [InlineData("alter table shop.items disable row level security")]
    [InlineData("drop policy tenant_isolation on shop.items")]
    public async Task Role_AttemptToBypass_IsRefused(string attempt)
    {
        await using var session = await isolation.EnterAsync("our tenant");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => session.AffectedAsync(attempt));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    [Fact]
    public async Task Role_Reset_GainsNothing()
    {
        await using var session = await isolation.EnterAsync("no tenant");
        await session.AffectedAsync("reset role; set row_security = off");

        await Assert.ThrowsAsync<PostgresException>(() => session.CountAsync("select count(*) from shop.items"));
    }

    [Fact]
    public async Task Role_Attributes_HoldNoPower()
    {
        var powerful = await isolation.ListAsync("select rolname::text from pg_roles where rolname in ('agentos_app', 'agentos_session') and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)");

        Assert.Empty(powerful);
    }

    [Theory]
    [InlineData("update runtime.events set type = 'Forged'")]
    [InlineData("delete from runtime.events")]
    [InlineData("update runtime.journal set payload = ''")]
    [InlineData("delete from runtime.audit")]
    public async Task History_Rewriting_IsRefused(string attempt)
    {
        await using var session = await isolation.EnterAsync("our tenant");

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => session.AffectedAsync(attempt));

        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
    }

    /// <summary>No row is touched, or the role may not touch any.</summary>
    private async Task<bool> IsHarmlessAsync(string situation, string sql)
    {
        await using var session = await isolation.EnterAsync(situation);
        try
        {
            return await session.AffectedAsync(sql) == 0;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            return true;
        }
    }
}
