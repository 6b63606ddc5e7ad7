using AgentOS.Identity;

namespace AgentOS.Turns;

/// <summary>One step of a conversation, as it is kept.</summary>
/// <param name="Conversation">The conversation's id.</param>
/// <param name="Turn">The turn's id.</param>
/// <param name="Sequence">Position in the conversation, from 1 without gaps; a second writer's entry of the same number is refused.</param>
/// <param name="Kind">What kind of step.</param>
/// <param name="Payload">UTF-8 JSON, its shape set by <paramref name="Kind"/>.</param>
public sealed record JournalEntry(string Conversation, Guid Turn, long Sequence, JournalKind Kind, ReadOnlyMemory<byte> Payload);

/// <summary>Kinds of journal entries.</summary>
public enum JournalKind
{
    /// <summary>The person's message; begins a turn.</summary>
    UserMessage = 1,

    /// <summary>A model's message, text or tool calls.</summary>
    ModelMessage = 2,

    /// <summary>Results of tool calls.</summary>
    ToolResults = 3,

    /// <summary>An approval was asked for.</summary>
    ApprovalRequested = 4,

    /// <summary>An approval was given or refused.</summary>
    ApprovalAnswered = 5,

    /// <summary>Another agent took over.</summary>
    HandOff = 6,

    /// <summary>A call with an effect outside the database is about to be made; without a result its outcome is unknown.</summary>
    CallStarted = 7,

    /// <summary>The turn is over; the payload holds the reply and what it cost.</summary>
    TurnEnded = 8,
}

/// <summary>Where conversations are kept.</summary>
public interface IJournal
{
    /// <summary>Whether entries are kept. Where they are not, their payloads need not be made.</summary>
    bool Keeps => true;

    /// <summary>Reads a conversation's entries in order; empty when it is new. At most the last <paramref name="turns"/> turns.</summary>
    ValueTask<IReadOnlyList<JournalEntry>> ReadAsync(Principal principal, string conversation, int turns, CancellationToken cancel);

    /// <summary>
    /// Queues entries to be written in order, and returns at once. <see cref="FlushAsync"/> makes sure of them.
    /// </summary>
    void Append(Principal principal, JournalEntry entry);

    /// <summary>Waits until all that was appended for the conversation is durable.</summary>
    /// <exception cref="JournalConflictException">Another worker has written this conversation meanwhile.</exception>
    ValueTask FlushAsync(Principal principal, string conversation, CancellationToken cancel);
}

/// <summary>Another worker has taken the conversation over; this one must stop without speaking.</summary>
public sealed class JournalConflictException(string conversation)
    : Exception($"Conversation {conversation} has been continued elsewhere.");
