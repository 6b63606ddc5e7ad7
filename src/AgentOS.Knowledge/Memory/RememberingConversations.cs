using AgentOS.Identity;
using AgentOS.Turns;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Memory;

/// <summary>Conversations whose utterances are remembered for the person who made them.</summary>
/// <param name="conversations">The conversations.</param>
/// <param name="memory">Where utterances are kept.</param>
/// <param name="isAnswer">Whether a text only answers a question whether to go on; such an answer is not kept, least of all the one to "forget it all?".</param>
/// <param name="log">Told of what could not be kept.</param>
internal sealed partial class RememberingConversations(
    IConversations conversations, ConversationMemory memory, Predicate<string> isAnswer, ILogger<RememberingConversations> log) : IConversations
{
    /// <inheritdoc/>
    public async Task<TurnResult> SayAsync(IncomingMessage message, ITurnObserver? observer, CancellationToken cancel)
    {
        var result = await conversations.SayAsync(message, observer, cancel);
        if (isAnswer(message.Text)) return result;
        try
        {
            // Before the reply, so that a later wish to forget finds it.
            await memory.KeepAsync(message.Principal, message.Conversation, message.Text, cancel);
        }
        catch (Exception failed) when (failed is not OperationCanceledException)
        {
            // The turn is done and told; what it said is not worth losing it for.
            NotKept(log, failed, message.Conversation);
        }

        return result;
    }

    /// <inheritdoc/>
    public Task<TurnResult> AnswerApprovalAsync(Principal principal, string conversation, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel) =>
        conversations.AnswerApprovalAsync(principal, conversation, approval, approved, observer, cancel);

    [LoggerMessage(1, LogLevel.Warning, "What was said in {Conversation} could not be remembered")]
    private static partial void NotKept(ILogger log, Exception failure, string conversation);
}
