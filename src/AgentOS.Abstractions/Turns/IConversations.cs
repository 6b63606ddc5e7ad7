using AgentOS.Identity;

namespace AgentOS.Turns;

/// <summary>The way in for every surface that speaks: one message, worked to a reply.</summary>
public interface IConversations
{
    /// <summary>Works one message. Turns of one conversation run one after another, those of different ones side by side.</summary>
    /// <param name="message">What was said, by whom, and where.</param>
    /// <param name="observer">Told of each step as it happens; <see langword="null"/> when only the result matters.</param>
    /// <param name="cancel">Stops the turn; what is done stays done and is kept.</param>
    Task<TurnResult> SayAsync(IncomingMessage message, ITurnObserver? observer, CancellationToken cancel);

    /// <summary>Answers an approval by its id (a button, a REST call), and goes on with the turn that waited for it.</summary>
    /// <exception cref="Tools.ToolException"><c>approval_unknown</c>, <c>approval_used</c> or <c>approval_expired</c>.</exception>
    Task<TurnResult> AnswerApprovalAsync(Principal principal, string conversation, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel);
}

/// <summary>Something said by a person.</summary>
/// <param name="Principal">Who said it.</param>
/// <param name="Conversation">The conversation's id, unique within the tenant; an unknown one begins a conversation.</param>
/// <param name="Text">The words.</param>
/// <param name="Agent">The agent to begin with; <see langword="null"/> for the graph's entry.</param>
/// <param name="MessageId">The channel's own id of the message; the same id again is the same turn, and gets the same reply.</param>
public sealed record IncomingMessage(Principal Principal, string Conversation, string Text, string? Agent = null, string? MessageId = null)
{
    /// <summary>The language to answer in, where it is known better than from the letters of the text; otherwise <see langword="null"/>.</summary>
    public string? Language { get; init; }
}

/// <summary>Told of each step of a turn.</summary>
public interface ITurnObserver
{
    /// <summary>A step happened. Slow observers slow the turn; exceptions end it.</summary>
    ValueTask OnAsync(TurnEvent step, CancellationToken cancel);
}
