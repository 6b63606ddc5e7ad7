using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.Logging;

namespace AgentOS.Runtime.Turns;

/// <summary>Works messages to replies: one turn at a time in a conversation, any number of conversations side by side.</summary>
public sealed class Conversations : IConversations
{
    private readonly ConversationCache cache;
    private readonly TurnWork work;
    private readonly ILogger<Conversations> log;

    /// <summary>Creates the way in.</summary>
    public Conversations(IJournal journal, IToolPipeline pipeline, IApprovals approvals, IAgentDirectory agents, TimeProvider time, ILogger<Conversations> log)
    {
        cache = new ConversationCache(journal);
        work = new TurnWork(journal, pipeline, approvals, agents, time);
        this.log = log;
    }

    /// <summary>Longest message that is taken, in characters.</summary>
    public const int MaxMessageLength = 32_000;

    /// <inheritdoc/>
    public Task<TurnResult> SayAsync(IncomingMessage message, ITurnObserver? observer, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(message.Text))
            throw new ToolException("empty_message", "The message is empty. Say what you need.");
        if (message.Text.Length > MaxMessageLength)
            throw new ToolException("message_too_long", $"The message has {message.Text.Length} characters; at most {MaxMessageLength} are taken. Send a shorter one, or the text as a document.");
        return InTurnAsync(message.Principal, message.Conversation, (conversation, _) =>
            conversation.ResultOf(message.MessageId) is { } known ? new ValueTask<TurnResult>(known) : work.SayAsync(conversation, message, observer, cancel), cancel);
    }

    /// <inheritdoc/>
    public Task<TurnResult> AnswerApprovalAsync(Principal principal, string conversation, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel) =>
        InTurnAsync(principal, conversation, (c, _) => work.AnswerAsync(c, principal, approval, approved, observer, cancel), cancel);

    /// <summary>Goes on with a turn that was cut off (its process was killed); does nothing where there is none.</summary>
    public Task<TurnResult?> ResumeAsync(Principal principal, string conversation, CancellationToken cancel) =>
        InTurnAsync(principal, conversation, (_, resumed) => new ValueTask<TurnResult?>(resumed), cancel);

    private async Task<T> InTurnAsync<T>(Principal principal, string id, Func<Conversation, TurnResult?, ValueTask<T>> turn, CancellationToken cancel)
    {
        var conversation = await EnterAsync(principal.Tenant.Id, id, cancel);
        try
        {
            await cache.LoadAsync(conversation, principal, cancel);
            var resumed = conversation.Open is null ? null : await work.ResumeAsync(conversation, principal, cancel);
            return await turn(conversation, resumed);
        }
        catch (Exception failed)
        {
            // What is in memory may be ahead of what was kept: the journal decides.
            cache.Forget(principal.Tenant.Id, conversation);
            if (failed is not (ToolException or OperationCanceledException)) TurnLog.TurnFailed(log, failed, id);
            throw;
        }
        finally
        {
            conversation.Gate.Release();
        }
    }

    /// <summary>Waits for the conversation's turn. One that was let go of meanwhile is not gone on with: its successor is.</summary>
    private async Task<Conversation> EnterAsync(Guid tenant, string id, CancellationToken cancel)
    {
        while (true)
        {
            var conversation = cache.Get(tenant, id);
            await conversation.Gate.WaitAsync(cancel);
            if (cache.Holds(tenant, conversation)) return conversation;
            conversation.Gate.Release();
        }
    }
}
