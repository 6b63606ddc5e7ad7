using AgentOS.Identity;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Prompts;
using AgentOS.Tools;

namespace AgentOS.Runtime.Graph;

/// <summary>An agent as its files describe it.</summary>
public sealed class AgentDefinition
{
    private readonly List<AgentDefinition> handOffs = [];

    internal AgentDefinition(string name, string description, Prompt prompt)
    {
        Name = name;
        Description = description;
        Prompt = prompt;
    }

    /// <summary>Its name, which is its file's.</summary>
    public string Name { get; }

    /// <summary>What it is for; other agents choose it by this.</summary>
    public string Description { get; }

    /// <summary>What it is told.</summary>
    public Prompt Prompt { get; }

    /// <summary>The model that thinks for it, such as <c>openai:gpt-5-mini</c>; <see langword="null"/> for the one all others use.</summary>
    public string? Model { get; internal init; }

    /// <summary>The tools it may call, in name order.</summary>
    public required IReadOnlyList<ToolDescriptor> Tools { get; init; }

    /// <summary>How far one turn of it may go.</summary>
    public required ToolLoopOptions Limits { get; init; }

    /// <summary>The agents it may pass the conversation to.</summary>
    public IReadOnlyList<AgentDefinition> HandOffs => handOffs;

    /// <summary>What it is told, for a person at an instant, in the language of the conversation.</summary>
    public string Instructions(Principal principal, DateTimeOffset now, string language) => Prompt.Render(principal, now, language);

    /// <summary>
    /// The tools that handing off to <paramref name="target"/> leads to: its own, and those it leads on to which this agent
    /// cannot be nearer to.
    /// </summary>
    public IReadOnlyList<string> ToolsBehind(AgentDefinition target)
    {
        var passed = new HashSet<AgentDefinition>(handOffs) { this };
        var waiting = new Queue<AgentDefinition>([target]);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        while (waiting.TryDequeue(out var agent))
        {
            found.UnionWith(agent.Tools.Select(t => t.Name));
            foreach (var next in agent.handOffs.Where(passed.Add)) waiting.Enqueue(next);
        }

        return [.. found];
    }

    internal void HandOffTo(AgentDefinition target) => handOffs.Add(target);
}
