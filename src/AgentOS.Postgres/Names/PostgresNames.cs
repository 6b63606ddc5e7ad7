using AgentOS.Data;
using AgentOS.Postgres.Session;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgentOS.Postgres.Names;

/// <summary>
/// The names of a tenant's records, as row-level security lets the tenant see them. What changed is read by transaction: the position is the oldest
/// transaction that was still open, so that nothing which commits late is passed over.
/// </summary>
internal sealed class PostgresNames(PostgresDatabase database, IDbContextFactory<TenantDatabase> contexts, TimeProvider clock) : INameSource
{
    private readonly NamePruning pruning = new(clock);
    private NameStatements? statements;

    public async ValueTask<Data.NameChanges> ReadAsync(Guid tenant, long? after, CancellationToken cancel)
    {
        statements ??= await StatementsAsync(cancel);
        if (statements.Entities.Count == 0) return new Data.NameChanges(after ?? 0, []);
        var source = await database.OpenAsync(cancel);
        var changes = after is { } position
            ? await ChangedAsync(source, statements, tenant, position, cancel) ?? await AllAsync(source, statements, tenant, position, cancel)
            : await AllAsync(source, statements, tenant, 0, cancel);
        await pruning.PruneAsync(source, tenant, cancel);
        return changes;
    }

    private static async Task<Data.NameChanges> AllAsync(NpgsqlDataSource source, NameStatements statements, Guid tenant, long least, CancellationToken cancel)
    {
        await using var session = await PostgresSession.BeginAsync(source, tenant, readOnly: true, cancel);
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        // The position first: what commits between the two is then read twice rather than never.
        batch.Add(NameStatements.Position);
        batch.Add(statements.All, tenant);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        return await ReadAsync(reader, statements, least, cancel) with { IsWhole = true };
    }

    /// <summary>What has changed after a position; <see langword="null"/> when that has been forgotten.</summary>
    private static async Task<Data.NameChanges?> ChangedAsync(NpgsqlDataSource source, NameStatements statements, Guid tenant, long after, CancellationToken cancel)
    {
        await using var session = await PostgresSession.BeginAsync(source, tenant, readOnly: true, cancel);
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        batch.Add(NameStatements.Position);
        batch.Add(statements.Changed, tenant, after);
        batch.Add(NamePruning.IsBehind, tenant, after, NamePruning.Memory);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        var changes = await ReadAsync(reader, statements, after, cancel);
        await reader.NextResultAsync(cancel);
        await reader.ReadAsync(cancel);
        return reader.GetBoolean(0) ? null : changes;
    }

    private static async Task<Data.NameChanges> ReadAsync(NpgsqlDataReader reader, NameStatements statements, long least, CancellationToken cancel)
    {
        await reader.ReadAsync(cancel);
        var next = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        var records = new List<NamedRecord>();
        while (await reader.ReadAsync(cancel))
            records.Add(new NamedRecord(statements.Entities[reader.GetInt32(0)], reader.GetGuid(1), [.. reader.GetFieldValue<string?[]>(2).OfType<string>().Where(n => n.Length > 0)]));
        return new Data.NameChanges(Math.Max(next, least), records);
    }

    private async ValueTask<NameStatements> StatementsAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return new NameStatements(context.Model);
    }
}
