using System.Collections.Concurrent;
using AgentOS.Postgres.Session;
using Npgsql;

namespace AgentOS.Postgres.Names;

/// <summary>
/// Forgets changes of names that every process has read. Now and then the position is marked with the database's time; what lies before a mark
/// that is older than <see cref="Memory"/> goes, and who has read nothing since that mark reads all names anew.
/// </summary>
internal sealed class NamePruning(TimeProvider clock)
{
    /// <summary>For so long changes are told one by one.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    /// <summary>Whether changes after a position may have been forgotten. Asked after the changes were read, so that none is forgotten in between.</summary>
    public const string IsBehind = "select exists (select from runtime.name_marks where tenant_id = $1 and position > $2 and taken_at < clock_timestamp() - $3)";

    // Rows that somebody is just changing are left for the next time: waiting for them could be waiting in a circle.
    private const string Forget = """
        with settled as (select max(position) as position from runtime.name_marks where tenant_id = $1 and taken_at < clock_timestamp() - $2),
        forgotten as (
          delete from runtime.name_changes where tenant_id = $1 and (source, record) in (
            select source, record from runtime.name_changes
            where tenant_id = $1 and transaction < (select position from settled) for update skip locked))
        delete from runtime.name_marks where tenant_id = $1 and position < (select position from settled)
        """;

    private const string Mark = $"insert into runtime.name_marks (tenant_id, position) select $1, ({NameStatements.Position}) on conflict do nothing";

    private readonly ConcurrentDictionary<Guid, long> done = new();

    /// <summary>Forgets what is old of a tenant's changes, where that has not been done for a few minutes.</summary>
    public async ValueTask PruneAsync(NpgsqlDataSource source, Guid tenant, CancellationToken cancel)
    {
        var now = clock.GetTimestamp();
        if (done.TryGetValue(tenant, out var last) ? clock.GetElapsedTime(last, now) < Rest || !done.TryUpdate(tenant, now, last) : !done.TryAdd(tenant, now)) return;
        await using var session = await PostgresSession.BeginAsync(source, tenant, readOnly: false, cancel);
        await using (var batch = new NpgsqlBatch(session.Connection, session.Transaction))
        {
            batch.Add(Mark, tenant);
            batch.Add(Forget, tenant, Memory);
            await batch.ExecuteNonQueryAsync(cancel);
        }

        await session.Transaction.CommitAsync(cancel);
    }
}
