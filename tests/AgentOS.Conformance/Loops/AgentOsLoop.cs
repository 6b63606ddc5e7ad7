using System.Text.RegularExpressions;
using AgentOS.Runtime.Loop;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>The loop of AgentOS.</summary>
public sealed partial class AgentOsLoop : ILoopUnderTest
{
    public string Name => "agentos";

    public IChatClient Wrap(IChatClient model, LoopUnderTestOptions options) => new ToolCallingChatClient(model, new ToolLoopOptions
    {
        ToolDeadline = options.ToolDeadline,
        MaxSteps = options.MaxModelCalls,
        MaxTokens = options.MaxTokens ?? ToolLoopOptions.Default.MaxTokens,
    }, options.Clock);

    public IReadOnlyList<ChatMessage>? TranscriptOf(OperationCanceledException cancelled) =>
        (cancelled as LoopCancelledException)?.Messages;

    public FunctionCallContent? ReadOn(FunctionResultContent shortened, int position) =>
        Reference().Match(ResultText.Of(shortened.Result)) is { Success: true } cut
            ? Say.Calling("read-on", cut.Groups["function"].Value, new { reference = cut.Groups["reference"].Value, offset = position })
            : null;

    /// <summary>The words that tell a model how to read on.</summary>
    [GeneratedRegex("call (?<function>\\w+) with reference \"(?<reference>[^\"]+)\"")]
    private static partial Regex Reference();
}
