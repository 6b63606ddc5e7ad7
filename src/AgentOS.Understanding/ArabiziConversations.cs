using AgentOS.Identity;
using AgentOS.Turns;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding;

/// <summary>Lets whoever writes Arabic in Latin letters ("kam 3ndna espresso") be answered in Arabic: by its letters alone such a message is English.</summary>
/// <param name="inner">What works the messages.</param>
public sealed class ArabiziConversations(IConversations inner) : IConversations
{
    /// <inheritdoc/>
    public Task<TurnResult> SayAsync(IncomingMessage message, ITurnObserver? observer, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(message);
        return inner.SayAsync(message.Language is null && Arabizi.IsSpoken(message.Text) ? message with { Language = Language.Arabic } : message, observer, cancel);
    }

    /// <inheritdoc/>
    public Task<TurnResult> AnswerApprovalAsync(Principal principal, string conversation, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel) =>
        inner.AnswerApprovalAsync(principal, conversation, approval, approved, observer, cancel);
}
