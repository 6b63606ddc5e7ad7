using AgentOS.Identity;
using AgentOS.Runtime.Loop;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>An agent, ready to run.</summary>
public sealed class AgentSpec
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The model that thinks for it.</summary>
    public required IChatClient Model { get; init; }

    /// <summary>What it may call: catalogued tools, hand-offs, lent functions. The list is not changed afterwards.</summary>
    public required IList<AITool> Tools { get; init; }

    /// <summary>What it is told, for a person at an instant in a language.</summary>
    public required Func<Principal, DateTimeOffset, string, string> Instructions { get; init; }

    /// <summary>How far one turn of it may go.</summary>
    public ToolLoopOptions Limits { get; init; } = ToolLoopOptions.Default;
}

/// <summary>The agents there are.</summary>
public interface IAgentDirectory
{
    /// <summary>The agent that meets a new conversation.</summary>
    AgentSpec Entry { get; }

    /// <summary>Finds an agent; <see langword="null"/> when there is none of this name.</summary>
    AgentSpec? Find(string name);
}
