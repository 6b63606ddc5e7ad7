using AgentOS.Data;
using AgentOS.Postgres.Session;
using Npgsql;

namespace AgentOS.Postgres.Journal;

/// <summary>Writes batches through a connection of its own, each in one round trip and one transaction.</summary>
internal sealed class JournalWriter(PostgresDatabase database, Worker worker) : IAsyncDisposable
{
    private NpgsqlConnection? connection;

    /// <returns>The conversations whose entries were not written, and why.</returns>
    public async Task<IReadOnlyList<((Guid Tenant, string Conversation) Key, Exception Failure)>> WriteAsync(JournalBatch batch)
    {
        try
        {
            await WriteAsync(batch.Tenants);
            return [];
        }
        catch (PostgresException)
        {
            return await WriteOneByOneAsync(batch);
        }
#pragma warning disable CA1031 // Whatever it is, those who wait must be told, and the writer must go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            worker.Suspect();
            return [.. Conversations(batch).Select(c => (c, Told(failure, c.Conversation)))];
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null) await connection.DisposeAsync();
    }

    /// <summary>One conversation's conflict must not hold the others up.</summary>
    private async Task<IReadOnlyList<((Guid, string), Exception)>> WriteOneByOneAsync(JournalBatch batch)
    {
        var failures = new List<((Guid, string), Exception)>();
        foreach (var key in Conversations(batch))
        {
            try
            {
                List<QueuedEntry> own = [.. batch.Tenants[key.Tenant].Where(e => e.Entry.Conversation == key.Conversation)];
                await WriteAsync(new Dictionary<Guid, List<QueuedEntry>> { [key.Tenant] = own });
            }
#pragma warning disable CA1031 // See above.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                failures.Add((key, Told(failure, key.Conversation)));
            }
        }

        return failures;
    }

    private async Task WriteAsync(Dictionary<Guid, List<QueuedEntry>> tenants)
    {
        var open = await OpenAsync();
        // Without a begin, the statements of a batch are one transaction, which ends with it.
        await using var statements = new NpgsqlBatch(open);
        foreach (var (tenant, entries) in tenants)
        {
            if (entries.Count == 0) continue;
            statements.Add("select set_config('agentos.tenant', $1, true)", tenant.ToString());
            JournalRows.AddTo(statements, tenant, worker, entries);
        }

        if (statements.BatchCommands.Count > 0) await statements.ExecuteNonQueryAsync();
    }

    private async ValueTask<NpgsqlConnection> OpenAsync()
    {
        if (connection is { State: System.Data.ConnectionState.Open }) return connection;
        if (connection is not null) await connection.DisposeAsync();
        connection = null;
        await worker.LiveAsync(CancellationToken.None);
        return connection = await (await database.OpenAsync(CancellationToken.None)).OpenConnectionAsync();
    }

    private static List<(Guid Tenant, string Conversation)> Conversations(JournalBatch batch) =>
        [.. batch.Tenants.SelectMany(t => t.Value.Select(e => (t.Key, e.Entry.Conversation))).Distinct()];

    private static Exception Told(Exception failure, string conversation) =>
        failure is DatabaseUnavailableException ? failure : Failures.Translate(failure, conversation)
            ?? new DatabaseUnavailableException("The conversation could not be kept.", failure);
}
