using System.Reflection;

namespace AgentOS.Conformance;

/// <summary>The loops that the suite knows, and those in other assemblies.</summary>
internal static class LoopCatalog
{
    private static readonly ILoopUnderTest[] Known = [new AgentOsLoop(), new NaiveLoop()];

    /// <summary>Finds loops by name, or all in an assembly by its path; ours first when nothing is named.</summary>
    public static IReadOnlyList<ILoopUnderTest> Find(IReadOnlyList<string> names) =>
        names.Count == 0 ? Known : [.. names.SelectMany(Find)];

    private static IEnumerable<ILoopUnderTest> Find(string name) =>
        Known.FirstOrDefault(l => l.Name == name) is { } known ? [known]
        : File.Exists(name) ? From(Assembly.LoadFrom(Path.GetFullPath(name)))
        : throw new ArgumentException($"There is no loop '{name}': give {string.Join(", ", Known.Select(l => l.Name))}, or the path of an assembly with a public ILoopUnderTest.");

    private static IEnumerable<ILoopUnderTest> From(Assembly assembly) => assembly.GetExportedTypes()
        .Where(t => t is { IsAbstract: false } && t.IsAssignableTo(typeof(ILoopUnderTest)))
        .Select(t => (ILoopUnderTest)Activator.CreateInstance(t)!);
}
