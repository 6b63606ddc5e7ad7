using AgentOS.Data;
using AgentOS.Postgres.Session;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgentOS.Postgres.Names;

/// <summary>
/// The names of a tenant's records, as row-level security lets the tenant see them. What changed is read by transaction: the position is the oldest
/// transaction that was still open, so that nothing which commits late is passed over.
/// </summary>
internal sealed class PostgresNames(PostgresDatabase database, IDbContextFactory<TenantDatabase> contexts) : INameSource
{
    private NameStatements? statements;

    public async ValueTask<Data.NameChanges> ReadAsync(Guid tenant, long? after, CancellationToken cancel)
    {
        statements ??= await StatementsAsync(cancel);
        if (statements.Entities.Count == 0) return new Data.NameChanges(after ?? 0, []);
        await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: true, cancel);
        await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
        // The position first: what commits between the two is then read twice rather than never.
        batch.Add(NameStatements.Position);
        if (after is { } position) batch.Add(statements.Changed, tenant, position);
        else batch.Add(statements.All, tenant);
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.ReadAsync(cancel);
        var next = reader.GetInt64(0);
        await reader.NextResultAsync(cancel);
        var records = new List<NamedRecord>();
        while (await reader.ReadAsync(cancel))
            records.Add(new NamedRecord(statements.Entities[reader.GetInt32(0)], reader.GetGuid(1), [.. reader.GetFieldValue<string?[]>(2).OfType<string>().Where(n => n.Length > 0)]));
        return new Data.NameChanges(Math.Max(next, after ?? 0), records);
    }

    private async ValueTask<NameStatements> StatementsAsync(CancellationToken cancel)
    {
        await using var context = await contexts.CreateDbContextAsync(cancel);
        return new NameStatements(context.Model);
    }
}
