using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Runtime.Turns;

/// <summary>Writes one turn's steps to the journal, numbered.</summary>
internal sealed class TurnWriter(IJournal journal, Conversation conversation, Principal principal, Guid turn)
{
    public long Append<T>(JournalKind kind, T payload)
    {
        var entry = Make(kind, payload);
        conversation.Sequence = entry.Sequence;
        journal.Append(principal, entry);
        return entry.Sequence;
    }

    /// <summary>The next entry, to be committed by somebody else; <see cref="Committed"/> when it has been.</summary>
    public JournalEntry Make<T>(JournalKind kind, T payload) =>
        new(conversation.Id, turn, conversation.Sequence + 1, kind, journal.Keeps ? TurnPayload.Write(payload) : default);

    public void Committed(JournalEntry entry) => conversation.Sequence = entry.Sequence;

    public ValueTask FlushAsync(CancellationToken cancel) => journal.FlushAsync(principal, conversation.Id, cancel);
}
