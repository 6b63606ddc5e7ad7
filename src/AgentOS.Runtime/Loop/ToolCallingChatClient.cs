using System.Runtime.CompilerServices;
using System.Threading.Channels;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// The loop as a chat client: give it messages and functions, get the messages it added. A plain function is taken for a
/// write unless its <see cref="AITool.AdditionalProperties"/> say <c>effect</c> = <c>read</c>.
/// Approvals are bound to the call and to <see cref="ChatOptions.ConversationId"/>, and usable once.
/// </summary>
public sealed class ToolCallingChatClient(IChatClient inner, ToolLoopOptions? options = null, TimeProvider? time = null) : DelegatingChatClient(inner)
{
    private readonly ToolLoop loop = new(options ?? ToolLoopOptions.Default, time ?? TimeProvider.System);
    private readonly FunctionRunner runner = new((options ?? ToolLoopOptions.Default).ToolDeadline, time ?? TimeProvider.System);
    private readonly ApprovalLedger approvals = new(time ?? TimeProvider.System);

    /// <summary>Runs the loop to its end.</summary>
    /// <exception cref="LoopCancelledException">The caller cancelled; carries the messages so far.</exception>
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        await RunAsync(messages, options, updates: null, cancellationToken);

    /// <summary>Runs the loop to its end, telling its steps as they happen.</summary>
    public override async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var updates = Channel.CreateUnbounded<ChatResponseUpdate>(new UnboundedChannelOptions { SingleReader = true });
        var running = RunToChannelAsync(messages, options, updates.Writer, cancellationToken);
        await foreach (var update in updates.Reader.ReadAllAsync(CancellationToken.None)) yield return update;
        await running;
    }

    private async Task RunToChannelAsync(IEnumerable<ChatMessage> messages, ChatOptions? options, ChannelWriter<ChatResponseUpdate> updates, CancellationToken cancel)
    {
        try
        {
            await RunAsync(messages, options, updates, cancel);
        }
        finally
        {
            updates.Complete();
        }
    }

    private async ValueTask<ChatResponse> RunAsync(IEnumerable<ChatMessage> messages, ChatOptions? request, ChannelWriter<ChatResponseUpdate>? updates, CancellationToken cancel)
    {
        request ??= new ChatOptions();
        var surroundings = new FunctionSurroundings(runner, approvals, request.ConversationId, updates);
        var history = await ApprovalAnswers.ApplyAsync(messages, request, approvals, runner, cancel);
        var run = new LoopRun(InnerClient, history, request, surroundings);
        var outcome = await loop.RunAsync(run, unanswered: null, cancel);
        var response = new ChatResponse(surroundings.WithRequests(run.Messages, run.Start))
        {
            ConversationId = request.ConversationId,
            FinishReason = outcome.Reason == TurnEnd.Answered ? ChatFinishReason.Stop : null,
            Usage = new UsageDetails
            {
                InputTokenCount = run.InputTokens,
                OutputTokenCount = run.OutputTokens,
                TotalTokenCount = run.InputTokens + run.OutputTokens,
            },
        };
        return response;
    }
}
