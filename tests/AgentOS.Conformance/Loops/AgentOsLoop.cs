using AgentOS.Loop;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>The loop of AgentOS.</summary>
public sealed class AgentOsLoop : ILoopUnderTest
{
    public string Name => "agentos";

    public IChatClient Wrap(IChatClient model, LoopUnderTestOptions options) => new ToolCallingChatClient(model, new ToolLoopOptions
    {
        ToolDeadline = options.ToolDeadline,
        MaxModelCalls = options.MaxModelCalls,
        MaxTokens = options.MaxTokens,
    });

    public IReadOnlyList<ChatMessage>? TranscriptOf(OperationCanceledException cancelled) =>
        (cancelled as LoopCancelledException)?.Messages;
}
