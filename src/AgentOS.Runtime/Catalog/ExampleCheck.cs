using System.Text.Json;
using System.Text.RegularExpressions;
using AgentOS.Runtime.Schema;
using AgentOS.Tools;

namespace AgentOS.Runtime.Catalog;

/// <summary>Holds examples against the tools they are for: each belongs to one, and marks only arguments that it has.</summary>
internal sealed partial class ExampleCheck(IReadOnlyList<ToolDescriptor> tools)
{
    private readonly Dictionary<string, List<ToolExample>> accepted = tools.DistinctBy(t => t.Name).ToDictionary(t => t.Name, _ => new List<ToolExample>());
    private readonly Dictionary<string, IReadOnlyList<string>> arguments = tools.DistinctBy(t => t.Name).ToDictionary(t => t.Name, t => (IReadOnlyList<string>)Names(t.InputSchema));

    public IReadOnlyList<ToolExample> For(string tool) => accepted[tool];

    public void Add(PlacedExample placed)
    {
        if (!accepted.TryGetValue(placed.Tool, out var list))
        {
            var hint = Spelling.Nearest(placed.Tool, accepted.Keys) is { } near ? $"; did you mean '{near}'?" : "; remove its examples or add the tool";
            throw new CatalogException($"{placed.Place}: there is no tool '{placed.Tool}' in this assembly{hint}");
        }

        var known = arguments[placed.Tool];
        foreach (Match mark in Mark().Matches(placed.Example.Text))
        {
            var name = mark.Groups["name"].Value;
            if (known.Contains(name)) continue;
            var hint = Spelling.Nearest(name, known) is { } near ? $"did you mean '{near}'?" : $"known are {string.Join(", ", known)}";
            throw new CatalogException($"{placed.Place}: '{placed.Tool}' has no argument '{name}'; {hint}");
        }

        list.Add(placed.Example);
    }

    private static List<string> Names(JsonElement schema, string prefix = "", int depth = 0)
    {
        var names = new List<string>();
        if (depth > 4 || schema.ValueKind != JsonValueKind.Object) return names;
        if (schema.TryGetProperty("items", out var items)) return Names(items, prefix, depth + 1);
        if (!schema.TryGetProperty("properties", out var properties)) return names;
        foreach (var property in properties.EnumerateObject())
        {
            names.Add(prefix + property.Name);
            names.AddRange(Names(property.Value, $"{prefix}{property.Name}.", depth + 1));
        }

        return names;
    }

    [GeneratedRegex(@"\[[^\]\[]+\]\((?<name>[^)=]+)(=[^)]*)?\)")]
    private static partial Regex Mark();
}
