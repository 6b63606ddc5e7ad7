using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Postgres.Journal;

/// <summary>
/// Keeps conversations. One writer takes what all of them have appended since its last commit and commits it at
/// once, so that the disk is waited for once per batch and not once per conversation.
/// </summary>
internal sealed class PostgresJournal : IJournal, IAsyncDisposable
{
    /// <summary>How long an entry that nobody waits for may stay unwritten.</summary>
    private static readonly TimeSpan Linger = TimeSpan.FromMilliseconds(20);

    private readonly JournalReader reader;
    private readonly JournalWriter writer;
    private readonly Lock gate = new();
    private readonly SemaphoreSlim wanted = new(0);
    private readonly Timer lingered;
    private readonly Task writing;

    /// <summary>The batch that holds each conversation's latest entry.</summary>
    private readonly Dictionary<string, JournalBatch> latest = [];

    /// <summary>Conversations of which an entry was not written, and why: what follows it must not be written either.</summary>
    private readonly Dictionary<(Guid Tenant, string Conversation), Exception> broken = [];

    private JournalBatch collecting = new();
    private bool signalled;
    private bool closing;

    public PostgresJournal(PostgresDatabase database, Worker worker)
    {
        reader = new JournalReader(database);
        writer = new JournalWriter(database, worker);
        lingered = new Timer(static j => ((PostgresJournal)j!).Signal(), this, Timeout.Infinite, Timeout.Infinite);
        writing = Task.Run(WriteAsync);
    }

    public async ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(principal);
        await LatestOf(conversation).WaitAsync(cancel);
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
            latest[entry.Conversation] = collecting;
        }
    }

    public async ValueTask FlushAsync(string conversation, CancellationToken cancel)
    {
        await LatestOf(conversation).WaitAsync(cancel);
        lock (gate)
        {
            if (broken.Count == 0) return;
            foreach (var (key, failure) in broken.Where(b => b.Key.Conversation == conversation))
            {
                broken.Remove(key);
                throw failure;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        lock (gate) closing = true;
        wanted.Release();
        await writing;
        await writer.DisposeAsync();
        await lingered.DisposeAsync();
        wanted.Dispose();
    }

    /// <summary>The batch to wait for, which is written as soon as the one before it is.</summary>
    private Task LatestOf(string conversation)
    {
        lock (gate)
        {
            if (!latest.TryGetValue(conversation, out var batch)) return Task.CompletedTask;
            if (batch == collecting) SignalLocked();
            return batch.Written;
        }
    }

    private void Signal()
    {
        lock (gate) SignalLocked();
    }

    private void SignalLocked()
    {
        if (signalled || collecting.IsEmpty || closing) return;
        signalled = true;
        wanted.Release();
    }

    private async Task WriteAsync()
    {
        while (true)
        {
            await wanted.WaitAsync();
            JournalBatch batch;
            bool last;
            lock (gate)
            {
                signalled = false;
                last = closing;
                batch = collecting;
                collecting = new JournalBatch();
                DropBroken(batch);
            }

            var failures = batch.IsEmpty ? [] : await writer.WriteAsync(batch);
            lock (gate)
            {
                foreach (var (key, failure) in failures)
                    broken[key] = failure;
                foreach (var conversation in batch.Conversations)
                {
                    if (latest.TryGetValue(conversation, out var newest) && newest == batch) latest.Remove(conversation);
                }
            }

            batch.Complete();
            if (last) return;
        }
    }

    private void DropBroken(JournalBatch batch)
    {
        if (broken.Count == 0) return;
        foreach (var (tenant, entries) in batch.Tenants)
            entries.RemoveAll(e => broken.ContainsKey((tenant, e.Entry.Conversation)));
    }
}
