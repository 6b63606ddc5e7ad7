using System.Runtime.CompilerServices;
using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>The agents that the product ships, thinking with one model.</summary>
internal sealed class ShippedAgents(IChatClient model) : IAgentDirectory
{
    private static readonly AgentGraph Graph = AgentGraph.Load(Path.Combine(Root(), "agents"), Path.Combine(Root(), "prompts"), Catalogs.All);

    public AgentSpec Entry => Spec(Graph.Entry);

    public AgentSpec? Find(string name) => Graph.Find(name) is { } agent ? Spec(agent) : null;

    private AgentSpec Spec(AgentDefinition agent) => new()
    {
        Name = agent.Name,
        Model = model,
        Tools = [.. agent.Tools.Select(t => new CatalogFunction(t)), .. agent.HandOffs.Select(other => new AgentHandOff(other.Name, other.Description, agent.ToolsBehind(other)))],
        Instructions = agent.Instructions,
        Limits = agent.Limits,
    };

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "../../.."));
}
