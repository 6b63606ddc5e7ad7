using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Runtime.Tests.Turns;

/// <summary>A journal in memory with the real one's rule: a second entry of the same number is refused.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly List<JournalEntry> entries = [];

    public MemoryJournal(IEnumerable<JournalEntry>? entries = null) => this.entries.AddRange(entries ?? []);

    public IReadOnlyList<JournalEntry> Entries => entries;

    /// <summary>Number of entries after which the power goes.</summary>
    public int PowerLasts { get; set; } = int.MaxValue;

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel) =>
        new([.. entries.Where(e => e.Conversation == conversation)]);

    public void Append(Principal principal, JournalEntry entry) => Commit(entry);

    public ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel) => ValueTask.CompletedTask;

    public void Commit(JournalEntry entry)
    {
        if (entries.Exists(e => e.Conversation == entry.Conversation && e.Sequence == entry.Sequence)) throw new JournalConflictException(entry.Conversation);
        if (entries.Count >= PowerLasts) throw new PowerCutException();
        entries.Add(entry);
    }
}

internal sealed class PowerCutException : Exception;
