using System.Runtime.CompilerServices;
using AgentOS.Knowledge;
using AgentOS.Postgres.Session;
using Npgsql;
using NpgsqlTypes;

namespace AgentOS.Postgres.Knowledge;

/// <summary>
/// Documents and passages as row-level security lets their tenant see them. Positions and tombstones are the tables' own work, so that what tools write in their
/// transactions is followed as well.
/// </summary>
internal sealed class PostgresKnowledgeStore(PostgresDatabase database) : IKnowledgeStore
{
    /// <summary>How many passages one statement writes, and about how many are read at once.</summary>
    private const int Portion = 2000;

    private const int DocumentsAtOnce = 500;

    /// <summary>How long it is known what was removed. An index that is older begins anew, which is slow and right.</summary>
    private static readonly TimeSpan TombstonesKept = TimeSpan.FromDays(30);

    /// <summary>Behind every id, to begin after all changes of a position.</summary>
    private static readonly Guid LastId = new("ffffffff-ffff-ffff-ffff-ffffffffffff");

    public async ValueTask SaveAsync(Guid tenant, DocumentInfo document, IReadOnlyList<Passage> passages, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(passages);
        var (collection, source) = (document.Collection, KnowledgeRows.Text(document.Source));
        await WriteAsync(
            tenant,
            batch =>
            {
                batch.Add(
                    KnowledgeStatements.Keep, tenant, document.Id, collection, source, KnowledgeRows.Text(document.Title), document.Language,
                    document.Labels.Select(KnowledgeRows.Text).ToArray(), Day(document.ValidFrom), Day(document.ValidUntil),
                    new NpgsqlParameter { Value = (object?)document.Owner ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid },
                    document.ContentHash, document.ReadAt, passages.Count);
                batch.Add(KnowledgeStatements.DropPassages, tenant, collection, source);
                foreach (var portion in passages.Chunk(Portion))
                {
                    batch.Add(
                        KnowledgeStatements.KeepPassages, tenant, collection, source,
                        portion.Select(p => p.Id).ToArray(), portion.Select(p => p.Number).ToArray(), portion.Select(p => KnowledgeRows.Text(p.Text)).ToArray(),
                        portion.Select(KnowledgeRows.Headings).ToArray(), portion.Select(p => KnowledgeRows.Text(p.Place)).ToArray(), portion.Select(p => p.Language).ToArray());
                }
            },
            cancel);
    }

    public async ValueTask<int> RemoveAsync(Guid tenant, IReadOnlyList<Guid> documents, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(documents);
        NpgsqlBatchCommand? removal = null;
        await WriteAsync(
            tenant,
            batch =>
            {
                removal = batch.Add(KnowledgeStatements.Remove, tenant, documents.ToArray());
                batch.Add(KnowledgeStatements.Prune, tenant, TombstonesKept);
            },
            cancel);
        return (int)removal!.Rows;
    }

    public async ValueTask<IReadOnlyList<DocumentInfo>> ListAsync(Guid tenant, string collection, CancellationToken cancel)
    {
        await using var session = await ReadAsync(tenant, cancel);
        await using var command = session.Command(KnowledgeStatements.List, tenant, collection);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var documents = new List<DocumentInfo>();
        while (await reader.ReadAsync(cancel)) documents.Add(KnowledgeRows.Document(reader));
        return documents;
    }

    public async ValueTask<IReadOnlyList<Passage>> PassagesAsync(Guid tenant, Guid document, CancellationToken cancel)
    {
        await using var session = await ReadAsync(tenant, cancel);
        return await PassagesAsync(session, KnowledgeStatements.Passages, document, cancel);
    }

    public ValueTask<long> PositionAsync(Guid tenant, CancellationToken cancel) => NumberAsync(tenant, KnowledgeStatements.Position, cancel);

    public ValueTask<long> RemovalsKnownSinceAsync(Guid tenant, CancellationToken cancel) => NumberAsync(tenant, KnowledgeStatements.RemovalsSince, cancel);

    public async IAsyncEnumerable<DocumentChange> ChangesAsync(Guid tenant, long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (position, id) = (after, LastId);
        while (true)
        {
            // Nothing is held open while the reader works.
            var page = await PageAsync(tenant, position, id, withRemoved: after > 0, cancel);
            foreach (var change in page) yield return change;
            if (page.Count == 0) yield break;
            (position, id) = (page[^1].Position, page[^1].Id);
        }
    }

    private async ValueTask<List<DocumentChange>> PageAsync(Guid tenant, long position, Guid id, bool withRemoved, CancellationToken cancel)
    {
        await using var session = await ReadAsync(tenant, cancel);
        var changes = new List<DocumentChange>();
        await using (var command = session.Command(KnowledgeStatements.Changes, tenant, position, id, withRemoved, DocumentsAtOnce, (long)Portion))
        await using (var reader = await command.ExecuteReaderAsync(cancel))
        {
            while (await reader.ReadAsync(cancel))
                changes.Add(new DocumentChange(reader.GetInt64(0), reader.GetGuid(1), reader.IsDBNull(3) ? null : KnowledgeRows.Document(reader, 3), []));
        }

        var ids = changes.Where(c => c.Document is not null).Select(c => c.Id).ToArray();
        if (ids.Length == 0) return changes;
        var passages = (await PassagesAsync(session, KnowledgeStatements.PassagesOfMany, ids, cancel)).ToLookup(p => p.Document);
        return [.. changes.Select(c => c with { Passages = [.. passages[c.Id]] })];
    }

    private static async ValueTask<IReadOnlyList<Passage>> PassagesAsync(PostgresSession session, string sql, object which, CancellationToken cancel)
    {
        await using var command = session.Command(sql, session.Tenant, which);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var passages = new List<Passage>();
        while (await reader.ReadAsync(cancel)) passages.Add(KnowledgeRows.Passage(reader));
        return passages;
    }

    /// <summary>Asked before every search, so in one round trip: a batch is a transaction of its own.</summary>
    private async ValueTask<long> NumberAsync(Guid tenant, string sql, CancellationToken cancel)
    {
        try
        {
            await using var connection = await (await database.OpenAsync(cancel)).OpenConnectionAsync(cancel);
            await using var batch = new NpgsqlBatch(connection);
            batch.Add("select set_config('agentos.tenant', $1, true)", tenant.ToString());
            batch.Add(sql, tenant);
            await using var reader = await batch.ExecuteReaderAsync(cancel);
            await reader.NextResultAsync(cancel);
            return await reader.ReadAsync(cancel) ? reader.GetInt64(0) : 0;
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    private async ValueTask<PostgresSession> ReadAsync(Guid tenant, CancellationToken cancel)
    {
        try
        {
            return await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: true, cancel);
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    private async ValueTask WriteAsync(Guid tenant, Action<NpgsqlBatch> fill, CancellationToken cancel)
    {
        try
        {
            await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: false, cancel);
            await using var batch = new NpgsqlBatch(session.Connection, session.Transaction);
            fill(batch);
            batch.Add("commit");
            await batch.ExecuteNonQueryAsync(cancel);
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    private static NpgsqlParameter Day(DateOnly? day) => new() { Value = (object?)day ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Date };
}
