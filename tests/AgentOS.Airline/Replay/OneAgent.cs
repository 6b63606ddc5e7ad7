using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Airline.Replay;

/// <summary>The airline's only agent, with limits that no recorded turn reaches.</summary>
internal sealed class OneAgent(ReplayModel model, IToolCatalog catalog, RepeatedWrite repeated) : IAgentDirectory
{
    public AgentSpec Entry { get; } = new()
    {
        Name = "airline",
        Model = model,
        Tools = [.. catalog.All.Select(t => (AITool)new CatalogFunction(t))],
        Instructions = (_, _, _) => "You are an airline's agent.",
        Limits = new ToolLoopOptions { MaxSteps = 100, MaxToolCalls = 100, MaxFruitlessSteps = 100, RepeatedWrites = repeated },
    };

    public AgentSpec? Find(string name) => name == Entry.Name ? Entry : null;
}
