using AgentOS.Agents;
using AgentOS.Host.Lending;
using AgentOS.Knowledge.Answers;
using AgentOS.Models.Prices;
using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Host.Composition;

/// <summary>The agents of the graph's files, with their models, and with the tools that MCP servers lend them.</summary>
internal sealed class GraphAgents : IAgentDirectory
{
    private readonly Lazy<Dictionary<string, AgentSpec>> agents;
    private readonly string entry;

    public GraphAgents(AgentGraph graph, ModelChoices models, ModelPrices prices, LentTools lent)
    {
        entry = graph.Entry.Name;
        // Servers are connected after this is made, and before the first turn.
        agents = new(() => graph.All.ToDictionary(a => a.Name, a => Make(a, models, prices, lent), StringComparer.Ordinal));
    }

    public AgentSpec Entry => agents.Value[entry];

    public AgentSpec? Find(string name) => agents.Value.GetValueOrDefault(name);

    private AgentSpec Make(AgentDefinition agent, ModelChoices models, ModelPrices prices, LentTools lent)
    {
        List<AITool> tools = [.. agent.Tools.Select(tool => new CatalogFunction(tool))];
        tools.AddRange(agent.HandOffs.Select(other => new AgentHandOff(other.Name, other.Description, agent.ToolsBehind(other))));
        tools.AddRange(lent.For(agent.Name, agent.Name == entry));
        return new AgentSpec
        {
            Name = agent.Name,
            Model = Careful(agent, models.For(agent.Model)),
            Tools = tools,
            Instructions = agent.Instructions,
            Limits = agent.Limits with { Price = prices.Cost },
        };
    }

    /// <summary>Where an agent reads what others wrote, what a language model says of it is checked; the embedded one only quotes.</summary>
    private static IChatClient Careful(AgentDefinition agent, IChatClient model) =>
        agent.Tools.Any(t => t.QuotesOthers) && model.GetService(typeof(IHeedsPeopleAlone)) is null ? model.Supported() : model;
}
