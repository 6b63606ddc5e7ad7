using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Postgres.Journal;

/// <summary>
/// Keeps conversations. What all of them have appended since the last commit is committed at once, so that the disk
/// is waited for once per batch and not once per conversation. The first who waits writes for all who do.
/// </summary>
internal sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    /// <summary>How long an entry that nobody waits for may stay unwritten.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(20);

    private readonly JournalReader reader;
    private readonly JournalWriter writer;
    private readonly Lock gate = new();
    private readonly Timer lingered;

    /// <summary>The batch that holds each conversation's latest entry.</summary>
    private readonly Dictionary<(Guid Tenant, string Conversation), JournalBatch> latest = [];

    /// <summary>Conversations of which an entry was not written, and why: what follows it must not be written either.</summary>
    private readonly Dictionary<(Guid Tenant, string Conversation), Exception> broken = [];

    private JournalBatch collecting = new();
    private JournalBatch? writing;
    private bool wanted;
    private bool closing;

    public PostgresJournal(PostgresDatabase database, Worker worker)
    {
        reader = new JournalReader(database);
        writer = new JournalWriter(database, worker);
        lingered = new Timer(static j => ((PostgresJournal)j!).WriteLingering(), this, Timeout.Infinite, Timeout.Infinite);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        await LatestOf((principal.Tenant.Id, conversation)).WaitAsync(cancel);
        // Who reads anew goes by what is kept.
        lock (gate) broken.Remove((principal.Tenant.Id, conversation));
        return await reader.ReadAsync(principal.Tenant.Id, conversation, turns, cancel);
    }

    public void Append(Principal principal, JournalEntry entry)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ArgumentNullException.ThrowIfNull(entry);
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(closing, this);
            if (collecting.IsEmpty) lingered.Change(Linger, Timeout.InfiniteTimeSpan);
            collecting.Add(principal, entry);
            latest[(principal.Tenant.Id, entry.Conversation)] = collecting;
        }
    }

    public async ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        var key = (principal.Tenant.Id, conversation);
        await LatestOf(key).WaitAsync(cancel);
        lock (gate)
        {
            if (broken.Remove(key, out var failure)) throw failure;
        }
    }

    public async ValueTask DisposeAsync()
    {
        while (true)
        {
            Task left;
            lock (gate)
            {
                closing = true;
                if (collecting.IsEmpty && writing is null) break;
                left = Begin() ? WriteAsync() : (writing ?? collecting).Written;
            }

            await left;
        }

        await lingered.DisposeAsync();
        await writer.DisposeAsync();
    }

    /// <summary>Completes when the conversation's latest entry has been dealt with.</summary>
    private Task LatestOf((Guid Tenant, string Conversation) conversation)
    {
        JournalBatch? batch;
        lock (gate)
        {
            if (!latest.TryGetValue(conversation, out batch)) return Task.CompletedTask;
            if (batch != collecting || !Begin()) return batch.Written;
        }

        return WriteAsync();
    }

    private void WriteLingering()
    {
        lock (gate)
        {
            if (!Begin()) return;
        }

        _ = Task.Run(WriteAsync);
    }

    /// <summary>Makes the collected entries the ones to write, or, while others are written, the ones to write next.</summary>
    /// <returns>Whether the caller has to write them. To be called within the gate.</returns>
    private bool Begin()
    {
        if (writing is not null)
        {
            wanted = true;
            return false;
        }

        wanted = false;
        if (collecting.IsEmpty) return false;
        DropBroken(collecting);
        writing = collecting;
        collecting = new JournalBatch();
        return true;
    }

    private async Task WriteAsync()
    {
        var batch = writing!;
        var failures = await writer.WriteAsync(batch);
        bool more;
        lock (gate)
        {
            foreach (var (key, failure) in failures)
                broken[key] = failure;
            foreach (var conversation in batch.Conversations)
            {
                if (latest.TryGetValue(conversation, out var newest) && newest == batch) latest.Remove(conversation);
            }

            writing = null;
            more = wanted && Begin();
        }

        batch.Complete();
        // Whoever wrote this batch has waited long enough.
        if (more) _ = Task.Run(WriteAsync);
    }

    private void DropBroken(JournalBatch batch)
    {
        if (broken.Count == 0) return;
        foreach (var (tenant, entries) in batch.Tenants)
            entries.RemoveAll(e => broken.ContainsKey((tenant, e.Entry.Conversation)));
    }
}
