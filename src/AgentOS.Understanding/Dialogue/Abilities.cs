using AgentOS.Agents;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Dialogue;

/// <summary>What this agent can do: its own tools, those behind a hand-off, and functions from elsewhere.</summary>
internal sealed class Abilities
{
    private readonly Dictionary<string, ToolFunction> own = [];
    private readonly Dictionary<string, HandOffFunction> behind = [];

    public Abilities(ChatOptions? options)
    {
        foreach (var tool in options?.Tools ?? [])
        {
            if (tool is ToolFunction function) own[function.Tool.Name] = function;
            else if (tool is HandOffFunction handOff)
                foreach (var name in handOff.Tools) behind.TryAdd(name, handOff);
            else if (tool is AIFunctionDeclaration foreign) Foreign.Add(foreign);
        }
    }

    public List<AIFunctionDeclaration> Foreign { get; } = [];

    /// <summary>Every tool within reach, own ones first.</summary>
    public IEnumerable<string> Reachable => own.Keys.Concat(behind.Keys.Where(k => !own.ContainsKey(k)));

    public bool Can(string tool) => own.ContainsKey(tool) || behind.ContainsKey(tool);

    public ToolFunction? Own(string tool) => own.GetValueOrDefault(tool);

    public HandOffFunction? Behind(string tool) => behind.GetValueOrDefault(tool);
}
