using System.Threading.Channels;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>The surroundings of a loop over plain functions: nothing is kept, updates go to whoever streams.</summary>
internal sealed class FunctionSurroundings(
    FunctionRunner runner, ApprovalLedger approvals, string? conversation, ChannelWriter<ChatResponseUpdate>? updates) : ILoopSurroundings
{
    private readonly Dictionary<string, ToolApprovalRequestContent> requests = new(StringComparer.Ordinal);

    public bool Streams => updates is not null;

    public ValueTask OnTextAsync(string delta, CancellationToken cancel) =>
        updates?.WriteAsync(new ChatResponseUpdate(ChatRole.Assistant, delta), cancel) ?? ValueTask.CompletedTask;

    public ValueTask OnModelMessageAsync(ChatMessage message, CancellationToken cancel)
    {
        if (updates is null) return ValueTask.CompletedTask;
        var calls = message.Contents.Where(c => c is not TextContent).ToList();
        return calls.Count == 0 ? ValueTask.CompletedTask : updates.WriteAsync(new ChatResponseUpdate(message.Role, calls), cancel);
    }

    public ValueTask<CallOutcome> RunAsync(PlannedCall call, CancellationToken cancel)
    {
        if (!call.Tool!.NeedsApproval) return runner.RunAsync(call, cancel);
        requests[call.Content.CallId] = approvals.Request(call, conversation);
        return ValueTask.FromResult(new CallOutcome(null, Succeeded: false) { AwaitsApproval = true });
    }

    public ValueTask OnResultsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancel)
    {
        if (updates is null) return ValueTask.CompletedTask;
        List<AIContent> results = [.. calls.Where(c => c.Outcome is { AwaitsApproval: false })
            .Select(c => new FunctionResultContent(c.Content.CallId, c.Outcome!.Result))];
        foreach (var request in requests.Values) updates.TryWrite(new ChatResponseUpdate(ChatRole.Assistant, [request]));
        return results.Count == 0 ? ValueTask.CompletedTask : updates.WriteAsync(new ChatResponseUpdate(ChatRole.Tool, results), cancel);
    }

    public ValueTask<ChatOptions?> OnHandOffAsync(PlannedCall call, List<ChatMessage> messages, CancellationToken cancel) =>
        ValueTask.FromResult<ChatOptions?>(null);

    /// <summary>The added messages, with each call that awaits approval shown as the request for it.</summary>
    public IList<ChatMessage> WithRequests(List<ChatMessage> messages, int start)
    {
        var added = messages.GetRange(start, messages.Count - start);
        if (requests.Count == 0) return added;
        foreach (var message in added)
        {
            for (var i = 0; i < message.Contents.Count; i++)
            {
                if (message.Contents[i] is FunctionCallContent call && requests.TryGetValue(call.CallId, out var request))
                    message.Contents[i] = request;
            }
        }

        return added;
    }
}
