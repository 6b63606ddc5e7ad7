using System.Collections.Frozen;
using System.Reflection;
using AgentOS.Tools;

namespace AgentOS.Runtime.Catalog;

/// <summary>Every tool of the assemblies that were given, checked once at start.</summary>
public sealed class ToolCatalog : IToolCatalog
{
    private readonly FrozenDictionary<string, ToolDescriptor> byName;

    /// <summary>A catalog of these tools.</summary>
    /// <exception cref="CatalogException">Two of them share a name.</exception>
    public ToolCatalog(IEnumerable<ToolDescriptor> tools)
    {
        All = [.. tools.OrderBy(tool => tool.Name, StringComparer.Ordinal)];
        var names = new Dictionary<string, ToolDescriptor>(StringComparer.Ordinal);
        foreach (var tool in All)
        {
            foreach (var name in new[] { tool.Name, tool.FunctionName }.Distinct())
            {
                if (!names.TryAdd(name, tool))
                    throw new CatalogException($"{tool.ToolType.FullName} and {names[name].ToolType.FullName} are both called '{name}'. Rename one in its [Tool] attribute.");
            }
        }

        byName = names.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <inheritdoc/>
    public IReadOnlyList<ToolDescriptor> All { get; }

    /// <summary>Finds every class with a <see cref="ToolAttribute"/> that is not private to another, and the example utterances embedded beside it.</summary>
    /// <exception cref="CatalogException">A class or an examples file has a mistake.</exception>
    public static ToolCatalog FromAssemblies(params Assembly[] assemblies) => new(assemblies.SelectMany(Of));

    /// <inheritdoc/>
    public ToolDescriptor? Find(string name) => byName.GetValueOrDefault(name);

    private static List<ToolDescriptor> Of(Assembly assembly)
    {
        var tools = assembly.GetTypes()
            .Where(type => !type.IsNestedPrivate && type.IsDefined(typeof(ToolAttribute), inherit: false))
            .Select(type => ToolDescriptors.Of(type))
            .ToList();
        var examples = ExampleFiles.Read(assembly);
        var checkedExamples = new ExampleCheck(tools);
        foreach (var example in examples) checkedExamples.Add(example);
        return [.. tools.Select(tool => tool with { Examples = checkedExamples.For(tool.Name) })];
    }
}
