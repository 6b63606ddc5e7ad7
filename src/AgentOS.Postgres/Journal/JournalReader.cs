using AgentOS.Postgres.Session;
using AgentOS.Turns;

namespace AgentOS.Postgres.Journal;

/// <summary>Reads a conversation's latest turns.</summary>
internal sealed class JournalReader(PostgresDatabase database)
{
    /// <summary>A turn begins with what the person said or answered, or with both.</summary>
    private const string Latest = """
        select sequence, turn, kind, payload from runtime.journal
        where tenant_id = $1 and conversation = $2 and sequence >= coalesce((
          select min(start) from (
            select min(sequence) as start from (
              select turn, sequence from runtime.journal
              where tenant_id = $1 and conversation = $2 and kind in (1, 5) order by sequence desc limit $3 * 2) begun
            group by turn order by start desc limit $3) turns), 0)
        order by sequence
        """;

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Guid tenant, string conversation, int turns, CancellationToken cancel)
    {
        try
        {
            await using var session = await PostgresSession.BeginAsync(await database.OpenAsync(cancel), tenant, readOnly: true, cancel);
            await using var command = session.Command(Latest, tenant, conversation, turns);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var entries = new List<JournalEntry>();
            while (await reader.ReadAsync(cancel))
                entries.Add(new JournalEntry(conversation, reader.GetGuid(1), reader.GetInt64(0), (JournalKind)reader.GetInt16(2), reader.GetFieldValue<byte[]>(3)));
            return entries;
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }
}
