using AgentOS.Runtime.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Graph;

/// <summary>The graph's agents, each with a model to think for it.</summary>
public sealed class AgentDirectory : IAgentDirectory
{
    private readonly Dictionary<string, AgentSpec> agents;

    /// <summary>Gives each agent its model and its functions.</summary>
    /// <param name="graph">The agents.</param>
    /// <param name="model">The model for an agent's <see cref="AgentDefinition.Model"/>; <see langword="null"/> asks for the one all others use.</param>
    /// <param name="lent">Functions from elsewhere, such as an MCP server's, that an agent gets besides its tools.</param>
    /// <param name="price">Cost of a response in US dollars, from its model and usage.</param>
    public AgentDirectory(
        AgentGraph graph,
        Func<string?, IChatClient> model,
        Func<AgentDefinition, IEnumerable<AITool>>? lent = null,
        Func<string?, UsageDetails, decimal>? price = null)
    {
        agents = graph.All.ToDictionary(
            agent => agent.Name,
            agent => new AgentSpec
            {
                Name = agent.Name,
                Model = model(agent.Model),
                Tools = [.. FunctionsOf(agent), .. lent?.Invoke(agent) ?? []],
                Instructions = agent.Instructions,
                Limits = agent.Limits with { Price = price },
            },
            StringComparer.Ordinal);
        Entry = agents[graph.Entry.Name];
    }

    /// <inheritdoc/>
    public AgentSpec Entry { get; }

    /// <inheritdoc/>
    public AgentSpec? Find(string name) => agents.GetValueOrDefault(name);

    private static IEnumerable<AITool> FunctionsOf(AgentDefinition agent) =>
    [
        .. agent.Tools.Select(tool => new CatalogFunction(tool)),
        .. agent.HandOffs.Select(target => new AgentHandOff(target.Name, target.Description, agent.ToolsBehind(target))),
    ];
}
