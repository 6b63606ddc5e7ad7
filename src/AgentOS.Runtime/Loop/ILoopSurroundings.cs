using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>The loop's surroundings: who runs calls, who keeps the steps, who watches.</summary>
internal interface ILoopSurroundings
{
    /// <summary>Whether text should be streamed as it is written.</summary>
    bool Streams { get; }

    /// <summary>A piece of text has arrived.</summary>
    ValueTask OnTextAsync(string delta, CancellationToken cancel);

    /// <summary>The model has answered; called before any of its calls is run.</summary>
    ValueTask OnModelMessageAsync(ChatMessage message, CancellationToken cancel);

    /// <summary>Runs one call that passed every check of the loop. Never throws except for cancellation of the run.</summary>
    ValueTask<CallOutcome> RunAsync(PlannedCall call, CancellationToken cancel);

    /// <summary>All calls of a response have their outcome (or await approval).</summary>
    ValueTask OnResultsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancel);

    /// <summary>The model wants another agent to go on. Returns that agent's tools and instructions, or <see langword="null"/> to refuse.</summary>
    ValueTask<ChatOptions?> OnHandOffAsync(PlannedCall call, List<ChatMessage> messages, CancellationToken cancel);
}
