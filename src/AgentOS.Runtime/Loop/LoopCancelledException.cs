using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>The caller cancelled a run. What was done stays done, and the messages so far can be gone on from.</summary>
public sealed class LoopCancelledException : OperationCanceledException
{
    internal LoopCancelledException(IReadOnlyList<ChatMessage> messages, CancellationToken cancel)
        : base("The run was cancelled.", cancel) => Messages = messages;

    /// <summary>The conversation so far, every call in it with exactly one result.</summary>
    public IReadOnlyList<ChatMessage> Messages { get; }
}
