using AgentOS.Domain;
using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Domain.Knowledge;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Postgres.Tests;

/// <summary>Every table with a tenant, each holding one row of ours.</summary>
public sealed class IsolationFixture : DatabaseFixture
{
    /// <summary>The tables, by the catalog.</summary>
    public IReadOnlyList<string> Tables { get; private set; } = [];

    /// <summary>The row that was put into each, as JSON.</summary>
    public Dictionary<string, string> Rows { get; } = [];

    public async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        await using var connection = await OwnerAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>A transaction under the application's role; rolled back when disposed.</summary>
    public async Task<Visit> EnterAsync(string situation)
    {
        var connection = await (await Services.GetRequiredService<PostgresDatabase>().OpenAsync(CancellationToken.None)).OpenConnectionAsync();
        var visit = new Visit(connection, await connection.BeginTransactionAsync());
        if (situation == "an empty tenant") await visit.CountAsync("select length(set_config('agentos.tenant', '', true))::bigint");
        if (situation == "another tenant") await visit.CountAsync($"select length(set_config('agentos.tenant', '{TestPrincipals.Stranger.Tenant.Id}', true))::bigint");
        if (situation == "our tenant") await visit.CountAsync($"select length(set_config('agentos.tenant', '{TestPrincipals.Sara.Tenant.Id}', true))::bigint");
        return visit;
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<IModule, ShopModule>();
        services.AddSingleton<IModule, CrmModule>();
        services.AddSingleton<IModule, ErpModule>();
        services.AddSingleton<IModule, KnowledgeModule>();
    }

    protected override async ValueTask ReadyAsync()
    {
        Tables = await ListAsync("""
            select c.oid::regclass::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
            where c.relkind in ('r', 'p') and c.relnamespace::regnamespace::text not like 'pg\_%' order by 1
            """);
        await using var connection = await OwnerAsync();
        foreach (var table in Tables)
        {
            Rows[table] = await RowAsync(connection, table);
            // Checks and foreign keys are not what is tested here: the row goes in past them.
            await using var insert = new NpgsqlCommand($"""
                do $$ declare c record; begin
                  for c in select conname from pg_constraint where conrelid = '{table}'::regclass and contype = 'c' loop
                    execute format('alter table {table} drop constraint %I', c.conname);
                  end loop;
                end $$;
                set session_replication_role = replica;
                insert into {table} overriding system value select * from jsonb_populate_record(null::{table}, $row${Rows[table]}$row$);
                """, connection);
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static async Task<string> RowAsync(NpgsqlConnection connection, string table)
    {
        await using var command = new NpgsqlCommand($"""
            select jsonb_object_agg(attname, case
              when attname = 'tenant_id' then to_jsonb('{TestPrincipals.Sara.Tenant.Id}'::text)
              when atttypid = 'uuid'::regtype then to_jsonb(gen_random_uuid())
              when atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype, 'numeric'::regtype) then '1'
              when atttypid = 'bool'::regtype then 'true'
              when atttypid = 'timestamptz'::regtype then to_jsonb(now())
              when atttypid = 'date'::regtype then to_jsonb(current_date)
              when atttypid = 'jsonb'::regtype then jsonb_build_array()
              when atttypid = 'bytea'::regtype then to_jsonb('\x00'::text)
              when typcategory = 'A' then jsonb_build_array()
              else to_jsonb('SAR'::text) end)::text
            from pg_attribute join pg_type on pg_type.oid = atttypid
            where attrelid = '{table}'::regclass and attnum > 0 and not attisdropped
            """, connection);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    private async Task<NpgsqlConnection> OwnerAsync()
    {
        var connection = new NpgsqlConnection(Database.OwnerConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection;
    }
}

/// <summary>Statements in one transaction.</summary>
public sealed class Visit(NpgsqlConnection connection, NpgsqlTransaction transaction) : IAsyncDisposable
{
    public async Task<long> CountAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task<int> AffectedAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        return await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await connection.DisposeAsync();
    }
}
