using System.Collections.Concurrent;
using AgentOS.Runtime.Turns;

namespace AgentOS.Host.Lending;

/// <summary>The agents, with the tools that MCP servers lend them.</summary>
internal sealed class LendingAgents(IAgentDirectory agents, LentTools lent) : IAgentDirectory
{
    private readonly ConcurrentDictionary<string, AgentSpec> known = new(StringComparer.Ordinal);

    public AgentSpec Entry => With(agents.Entry);

    public AgentSpec? Find(string name) => agents.Find(name) is { } agent ? With(agent) : null;

    private AgentSpec With(AgentSpec agent) => known.GetOrAdd(agent.Name, _ =>
    {
        var more = lent.For(agent.Name, agent.Name == agents.Entry.Name).ToList();
        return more.Count == 0 ? agent : new AgentSpec
        {
            Name = agent.Name,
            Model = agent.Model,
            Tools = [.. agent.Tools, .. more],
            Instructions = agent.Instructions,
            Limits = agent.Limits,
        };
    });
}
