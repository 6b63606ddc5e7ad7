using System.Reflection;
using AgentOS.Runtime.Catalog;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Tools;

/// <summary>Every tool of every area: whatever tool assembly lies beside the tests.</summary>
internal static class AllTools
{
    public static readonly string[] Languages = [Language.English, Language.Arabic];

    public static readonly Assembly[] Assemblies =
        [.. Directory.GetFiles(AppContext.BaseDirectory, "AgentOS.Tools.*.dll").Order().Select(Assembly.LoadFrom)];

    public static readonly ToolCatalog Catalog = ToolCatalog.FromAssemblies(Assemblies);

    /// <summary>Each tool's name with each language.</summary>
    public static TheoryData<string, string> InEachLanguage()
    {
        var data = new TheoryData<string, string>();
        foreach (var tool in Catalog.All)
        {
            foreach (var language in Languages) data.Add(tool.Name, language);
        }

        return data;
    }

    public static IEnumerable<ToolExample> Examples(this ToolDescriptor tool, string language) =>
        tool.Examples.Where(e => e.Language == language);
}
