using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>One loop around one scripted model: what a scenario runs and then looks at.</summary>
internal sealed class Rehearsal
{
    private readonly IChatClient client;
    private readonly TimeSpan patience;

    public Rehearsal(ILoopUnderTest loop, ScriptedModel model, LoopUnderTestOptions? options = null, params AITool[] tools)
    {
        Model = model;
        patience = loop.Patience;
        client = loop.Wrap(model, options ?? LoopUnderTestOptions.Default);
        Options = new ChatOptions { Tools = tools, ConversationId = "conversation-1" };
    }

    public ScriptedModel Model { get; }

    public ChatOptions Options { get; }

    public bool Streaming { get; init; }

    /// <summary>Runs one request of the caller to its end, whatever that is.</summary>
    public Task<RunEnd> RunAsync(string text, CancellationToken cancel = default) => RunAsync([new(ChatRole.User, text)], null, cancel);

    public async Task<RunEnd> RunAsync(IReadOnlyList<ChatMessage> messages, string? conversation = null, CancellationToken cancel = default)
    {
        var options = Options.Clone();
        if (conversation is not null) options.ConversationId = conversation;
        var run = Task.Run(() => Streaming
            ? client.GetStreamingResponseAsync(messages, options, cancel).ToChatResponseAsync(cancel)
            : client.GetResponseAsync(messages, options, cancel), CancellationToken.None);
        try
        {
            return new RunEnd(messages, await run.WaitAsync(patience, CancellationToken.None), null, false);
        }
        catch (TimeoutException) when (!run.IsCompleted)
        {
            return new RunEnd(messages, null, null, true);
        }
        catch (Exception thrown)
        {
            return new RunEnd(messages, null, thrown, false);
        }
    }
}

/// <summary>How a run ended.</summary>
/// <param name="Given">The messages it was given.</param>
/// <param name="Response">What it returned.</param>
/// <param name="Thrown">What it threw.</param>
/// <param name="Hung">It did not end.</param>
internal sealed record RunEnd(IReadOnlyList<ChatMessage> Given, ChatResponse? Response, Exception? Thrown, bool Hung)
{
    /// <summary>The text of the last message that the caller gets; empty without one.</summary>
    public string FinalText => Response?.Messages.LastOrDefault()?.Text ?? "";

    public bool Answered => !string.IsNullOrWhiteSpace(FinalText);

    public IReadOnlyList<ToolApprovalRequestContent> Approvals =>
        [.. Response?.Messages.SelectMany(m => m.Contents).OfType<ToolApprovalRequestContent>() ?? []];

    /// <summary>The conversation as a caller would continue it: what was given, what came back, what is said next.</summary>
    public IReadOnlyList<ChatMessage> Then(params AIContent[] said) =>
        [.. Given, .. Response?.Messages ?? [], new ChatMessage(ChatRole.User, [.. said])];

    /// <summary>In words, for a finding.</summary>
    public string Words => Hung ? "the run hangs" : Thrown is not null ? $"the run throws {Thrown.GetType().Name}" : Answered ? "the run answers" : "the run ends without text";
}
