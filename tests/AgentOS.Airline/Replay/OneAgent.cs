using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Airline.Replay;

/// <summary>
/// The airline's agent graph, which is one agent. What happens to repeated writes is the runtime's option; and a recorded
/// agent is let go on where it gets nowhere, since it did.
/// </summary>
internal sealed class OneAgent : IAgentDirectory
{
    private const int Patience = 100;

    public OneAgent(ReplayModel model, IToolCatalog catalog, RepeatedWrite repeated)
    {
        var graph = AgentGraph.Load(Path.Combine(AppContext.BaseDirectory, "agents"), Path.Combine(AppContext.BaseDirectory, "prompts"), catalog);
        var agent = graph.Entry;
        Entry = new AgentSpec
        {
            Name = agent.Name,
            Model = model,
            Tools = [.. agent.Tools.Select(tool => (AITool)new CatalogFunction(tool))],
            Instructions = agent.Instructions,
            Limits = agent.Limits with { MaxFruitlessSteps = Patience, RepeatedWrites = repeated },
        };
    }

    public AgentSpec Entry { get; }

    public AgentSpec? Find(string name) => name == Entry.Name ? Entry : null;
}
