using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Runtime.Turns;

/// <summary>Keeps nothing: conversations live as long as the process, for those who want no database behind the loop.</summary>
public sealed class NoJournal : IJournal
{
    /// <inheritdoc/>
    public bool Keeps => false;

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyList<JournalEntry>>([]);

    /// <inheritdoc/>
    public void Append(Principal principal, JournalEntry entry)
    {
        // Nothing is kept; that is what this journal is for.
    }

    /// <inheritdoc/>
    public ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel) => ValueTask.CompletedTask;
}
