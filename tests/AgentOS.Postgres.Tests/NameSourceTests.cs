using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Postgres.Names;
using AgentOS.Postgres.Session;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class NameSourceTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly Principal company = TestPrincipals.Sara with { Tenant = TestPrincipals.Sara.Tenant with { Id = Guid.CreateVersion7() } };

    private INameSource Source => shop.Get<INameSource>();

    [Fact]
    public async Task Read_TheFirstTime_TellsAllNamesInBothScripts()
    {
        await ListAsync("ITEM-1", "Contoso", "كونتوسو");
        await ListAsync("ITEM-2", "Globex", null);

        var read = await Source.ReadAsync(company.Tenant.Id, null, CancellationToken.None);

        Assert.Equal(["Item: Contoso, كونتوسو", "Item: Globex"], Told(read));
    }

    [Fact]
    public async Task Read_AfterAPosition_TellsOnlyWhatChanged()
    {
        await ListAsync("ITEM-1", "Contoso", null);
        var position = await SettledAsync();

        var added = await ListAsync("ITEM-2", "Zamzam", "زمزم");
        var afterAdding = await Source.ReadAsync(company.Tenant.Id, position, CancellationToken.None);
        await ExecuteAsync($"update shop.items set name = 'Zemzem' where id = '{added}'");
        var afterRenaming = await Source.ReadAsync(company.Tenant.Id, position, CancellationToken.None);
        await ExecuteAsync($"delete from shop.items where id = '{added}'");
        var afterRemoving = await Source.ReadAsync(company.Tenant.Id, position, CancellationToken.None);

        Assert.Equal(["Item: Zamzam, زمزم"], Told(afterAdding));
        Assert.Equal(["Item: Zemzem, زمزم"], Told(afterRenaming));
        Assert.Equal((added, 0), (Assert.Single(afterRemoving.Records).Id, afterRemoving.Records[0].Names.Count));
    }

    [Fact]
    public async Task Read_OnlyThePriceChanged_TellsNothing()
    {
        var item = await ListAsync("ITEM-1", "Contoso", null);
        var position = await SettledAsync();

        await ExecuteAsync($"update shop.items set price_amount = 7 where id = '{item}'");

        Assert.Empty((await Source.ReadAsync(company.Tenant.Id, position, CancellationToken.None)).Records);
    }

    [Fact]
    public async Task Read_ATransactionThatCommitsLate_IsNotPassedOver()
    {
        await ListAsync("ITEM-1", "Contoso", null);
        await using var late = await OwnerAsync();
        await using var transaction = await late.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(Insert("LATE-1", "Latecomer"), late, transaction)) await insert.ExecuteNonQueryAsync();
        await ListAsync("ITEM-2", "Globex", null);
        var before = await Source.ReadAsync(company.Tenant.Id, null, CancellationToken.None);
        await transaction.CommitAsync();

        var after = await Source.ReadAsync(company.Tenant.Id, before.Position, CancellationToken.None);

        Assert.DoesNotContain(before.Records, r => r.Names.Contains("Latecomer"));
        Assert.Contains(after.Records, r => r.Names.Contains("Latecomer"));
    }

    [Fact]
    public async Task Read_AnotherTenant_TellsNoneOfOurs()
    {
        await ListAsync("ITEM-1", "Contoso", null);
        var stranger = Guid.CreateVersion7();

        var all = await Source.ReadAsync(stranger, null, CancellationToken.None);
        var changed = await Source.ReadAsync(stranger, 0, CancellationToken.None);

        Assert.Empty(all.Records);
        Assert.Empty(changed.Records);
    }

    [Fact]
    public async Task Read_ChangesOfLongAgo_AreForgottenAndToldAsAWhole()
    {
        var gone = await ListAsync("ITEM-1", "Contoso", null);
        await ListAsync("ITEM-2", "Globex", null);
        var away = await SettledAsync();
        await ExecuteAsync($"delete from shop.items where id = '{gone}'");
        var kept = await MarkAsync();
        await AgeMarksAsync();

        var pruning = await Node().ReadAsync(company.Tenant.Id, kept, CancellationToken.None);
        var left = await CountAsync();
        var back = await Source.ReadAsync(company.Tenant.Id, away, CancellationToken.None);

        Assert.Equal((false, 0), (pruning.IsWhole, pruning.Records.Count));
        Assert.Equal(0, left);
        Assert.True(back.IsWhole);
        Assert.Equal(["Item: Globex"], Told(back));
    }

    [Fact]
    public async Task Read_ChangesOfTheLastHour_AreRemembered()
    {
        await ListAsync("ITEM-1", "Contoso", null);
        var position = await MarkAsync();
        await AgeMarksAsync();
        await ListAsync("ITEM-2", "Globex", null);

        var read = await Node().ReadAsync(company.Tenant.Id, position, CancellationToken.None);

        Assert.False(read.IsWhole);
        Assert.Equal(["Item: Globex"], Told(read));
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Read_ATransactionOpenForLong_IsNotForgottenWhenItCommits()
    {
        await using var late = await OwnerAsync();
        await using var transaction = await late.BeginTransactionAsync();
        await using (var insert = new NpgsqlCommand(Insert("LATE-1", "Latecomer"), late, transaction)) await insert.ExecuteNonQueryAsync();
        await Source.ReadAsync(company.Tenant.Id, null, CancellationToken.None);
        var before = await Source.ReadAsync(company.Tenant.Id, null, CancellationToken.None);
        await AgeMarksAsync();
        await transaction.CommitAsync();

        var after = await Node().ReadAsync(company.Tenant.Id, before.Position, CancellationToken.None);

        Assert.False(after.IsWhole);
        Assert.Equal(["Item: Latecomer"], Told(after));
        Assert.Equal(1, await CountAsync());
    }

    private static IEnumerable<string> Told(NameChanges read) => read.Records.Select(r => $"{r.Entity}: {string.Join(", ", r.Names)}").Order(StringComparer.Ordinal);

    private async Task<Guid> ListAsync(string number, string name, string? arabic) => await shop.CallAsync(
        call =>
        {
            var item = Item.List(number, name, arabic, 1);
            call.Database.Add(item);
            return Task.FromResult(item.Id);
        },
        company);

    /// <summary>A position at which all that was written is told no more; another test's open transaction can hold it back for a while.</summary>
    private async Task<long> SettledAsync()
    {
        while (true)
        {
            var all = await Source.ReadAsync(company.Tenant.Id, null, CancellationToken.None);
            if ((await Source.ReadAsync(company.Tenant.Id, all.Position, CancellationToken.None)).Records.Count == 0) return all.Position;
        }
    }

    /// <summary>A process that has read nothing yet, and so looks after what is old when it does.</summary>
    private PostgresNames Node() => new(shop.Get<PostgresDatabase>(), shop.Get<IDbContextFactory<TenantDatabase>>(), TimeProvider.System);

    /// <summary>Marks that all that was written has been committed; gives a position that is no earlier than the mark.</summary>
    private async Task<long> MarkAsync()
    {
        var settled = await SettledAsync();
        await Node().ReadAsync(company.Tenant.Id, settled, CancellationToken.None);
        return (await Source.ReadAsync(company.Tenant.Id, settled, CancellationToken.None)).Position;
    }

    private Task AgeMarksAsync() => ExecuteAsync($"update runtime.name_marks set taken_at = taken_at - interval '61 minutes' where tenant_id = '{company.Tenant.Id}'");

    private async Task<long> CountAsync()
    {
        await using var connection = await OwnerAsync();
        await using var command = new NpgsqlCommand($"select count(*) from runtime.name_changes where tenant_id = '{company.Tenant.Id}'", connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private string Insert(string number, string name) => $"""
        insert into shop.items (id, tenant_id, version, number, name, kind, price_amount, price_currency, listed_at, tags)
        values (gen_random_uuid(), '{company.Tenant.Id}', 1, '{number}', '{name}', 'whole_bean', 1, 'SAR', now(), array[]::text[])
        """;

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await OwnerAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<NpgsqlConnection> OwnerAsync()
    {
        var connection = new NpgsqlConnection(shop.Database.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}
