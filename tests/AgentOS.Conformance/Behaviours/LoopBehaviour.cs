using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>What the behaviour tests share: the loop of AgentOS around a script.</summary>
public abstract class LoopBehaviour
{
    private protected static ILoopUnderTest Loop { get; } = new AgentOsLoop();

    private protected static Rehearsal Rehearse(ScriptedModel model, params AITool[] tools) => new(Loop, model, null, tools);

    private protected static Rehearsal Rehearse(ScriptedModel model, LoopUnderTestOptions options, params AITool[] tools) => new(Loop, model, options, tools);

    private protected static Rehearsal Stream(ScriptedModel model, params AITool[] tools) => new(Loop, model, null, tools) { Streaming = true };
}
