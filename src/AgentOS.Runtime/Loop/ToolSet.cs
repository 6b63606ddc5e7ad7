using System.Runtime.CompilerServices;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>The functions of one request, by name, with their schemas compiled. Kept as long as the list it was made from.</summary>
internal sealed class ToolSet
{
    private static readonly ConditionalWeakTable<IList<AITool>, ToolSet> Sets = [];
    private static readonly ConditionalWeakTable<AIFunction, LoopTool> Known = [];

    private readonly Dictionary<string, LoopTool> byName;
    private readonly int count;

    private ToolSet(IList<AITool> tools)
    {
        count = tools.Count;
        byName = new Dictionary<string, LoopTool>(count, StringComparer.Ordinal);
        foreach (var tool in tools)
        {
            if (tool is AIFunction function)
                byName[function.Name] = Known.GetValue(function, LoopTool.Of);
        }
    }

    public static ToolSet Empty { get; } = new([]);

    public IEnumerable<string> Names => byName.Keys;

    public static ToolSet Of(IList<AITool>? tools)
    {
        if (tools is null) return Empty;
        var set = Sets.GetValue(tools, static t => new ToolSet(t));
        if (set.count == tools.Count) return set;
        set = new ToolSet(tools);
        Sets.AddOrUpdate(tools, set);
        return set;
    }

    public LoopTool? Find(string? name) => name is not null && byName.TryGetValue(name, out var tool) ? tool : null;
}
