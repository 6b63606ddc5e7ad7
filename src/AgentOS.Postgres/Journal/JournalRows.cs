using AgentOS.Postgres.Session;
using AgentOS.Turns;
using Npgsql;

namespace AgentOS.Postgres.Journal;

/// <summary>One tenant's journal entries as statements: the entries themselves, and which turns they open and close.</summary>
internal static class JournalRows
{
    private const string Insert = """
        insert into runtime.journal (tenant_id, conversation, sequence, turn, kind, payload)
        select $1, * from unnest($2::text[], $3::bigint[], $4::uuid[], $5::smallint[], $6::bytea[])
        """;

    private const string Open = """
        insert into runtime.conversations as c (tenant_id, id, user_id, open_turn, open_since, owner, lease_until, fence)
        select distinct on (conversation) $1, conversation, user_id, turn, now(), $5, now() + $6, 1
        from unnest($2::text[], $3::uuid[], $4::uuid[]) with ordinality as e (conversation, user_id, turn, position)
        order by conversation, position desc
        on conflict (tenant_id, id) do update set user_id = excluded.user_id, open_turn = excluded.open_turn,
          open_since = excluded.open_since, owner = excluded.owner, lease_until = excluded.lease_until, fence = c.fence + 1
        """;

    private const string Close = """
        update runtime.conversations c set open_turn = null, open_since = null, owner = null, lease_until = null
        from unnest($2::text[], $3::uuid[]) as e (conversation, turn)
        where c.tenant_id = $1 and c.id = e.conversation and c.open_turn = e.turn
        """;

    /// <summary>Adds the statements to a batch whose transaction has the tenant set.</summary>
    public static void AddTo(NpgsqlBatch batch, Guid tenant, Worker worker, IReadOnlyList<QueuedEntry> entries)
    {
        batch.Add(
            Insert,
            tenant,
            entries.Select(e => e.Entry.Conversation).ToArray(),
            entries.Select(e => e.Entry.Sequence).ToArray(),
            entries.Select(e => e.Entry.Turn).ToArray(),
            entries.Select(e => (short)e.Entry.Kind).ToArray(),
            entries.Select(e => e.Entry.Payload.ToArray()).ToArray());

        var opened = new Dictionary<string, QueuedEntry>();
        var closed = new List<JournalEntry>();
        foreach (var queued in entries)
        {
            var entry = queued.Entry;
            if (entry.Kind is JournalKind.UserMessage or JournalKind.ApprovalAnswered) opened[entry.Conversation] = queued;
            // A turn that begins and ends within one batch has never been open to anybody else.
            else if (entry.Kind == JournalKind.TurnEnded && !(opened.TryGetValue(entry.Conversation, out var open) && open.Entry.Turn == entry.Turn && opened.Remove(entry.Conversation)))
                closed.Add(entry);
        }

        if (opened.Count > 0)
        {
            var rows = opened.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => o.Value).ToList();
            batch.Add(
                Open,
                tenant,
                rows.Select(r => r.Entry.Conversation).ToArray(),
                rows.Select(r => r.User).ToArray(),
                rows.Select(r => r.Entry.Turn).ToArray(),
                worker.Name,
                Worker.Lease);
        }

        if (closed.Count > 0)
            batch.Add(Close, tenant, closed.Select(e => e.Conversation).ToArray(), closed.Select(e => e.Turn).ToArray());
    }
}

/// <summary>An entry with the user whose turn it belongs to.</summary>
internal readonly record struct QueuedEntry(JournalEntry Entry, Guid User);
