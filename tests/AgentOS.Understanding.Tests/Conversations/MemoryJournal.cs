using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>A journal in memory, from which every turn takes the conversation up anew, as after a restart.</summary>
internal sealed class MemoryJournal : IJournal
{
    private readonly List<JournalEntry> entries = [];

    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel) => new([.. entries]);

    public void Append(Principal principal, JournalEntry entry) => entries.Add(entry);

    public ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel) => ValueTask.CompletedTask;
}
