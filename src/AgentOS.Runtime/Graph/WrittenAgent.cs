using AgentOS.Runtime.Files;
using AgentOS.Runtime.Loop;

namespace AgentOS.Runtime.Graph;

/// <summary>A word of a file, with the place where it stands.</summary>
internal sealed record Placed(string Text, string File, long Line)
{
    public YamlMistake Wrong(string what) => YamlMistake.At(File, Line, what);
}

/// <summary><c>graph.yaml</c> as it is written.</summary>
internal sealed record WrittenGraph(Placed Entry, WrittenLimits Limits);

/// <summary>An agent's file as it is written.</summary>
internal sealed record WrittenAgent(
    Placed Name, Placed Description, Placed Prompt, Placed? Model, IReadOnlyList<Placed> Tools, IReadOnlyList<Placed> HandOffs, WrittenLimits Limits);

/// <summary>Limits as they are written; what is left out is inherited.</summary>
internal sealed record WrittenLimits(decimal? Steps = null, decimal? ToolCalls = null, decimal? Tokens = null, decimal? Cost = null, decimal? Seconds = null)
{
    public ToolLoopOptions Over(ToolLoopOptions inherited) => inherited with
    {
        MaxSteps = (int?)Steps ?? inherited.MaxSteps,
        MaxToolCalls = (int?)ToolCalls ?? inherited.MaxToolCalls,
        MaxTokens = (long?)Tokens ?? inherited.MaxTokens,
        MaxCost = Cost ?? inherited.MaxCost,
        MaxTime = Seconds is { } seconds ? TimeSpan.FromSeconds((double)seconds) : inherited.MaxTime,
    };
}
