using System.Reflection;
using AgentOS.Identity;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Graph;

namespace AgentOS.Architecture;

/// <summary>The agents and prompts of this repository, with all of its tools.</summary>
public sealed class ShippedGraphTests
{
    private static readonly ToolCatalog Catalog = ToolCatalog.FromAssemblies(
        [.. Directory.GetFiles(AppContext.BaseDirectory, "AgentOS.Tools.*.dll").Order(StringComparer.Ordinal).Select(Assembly.LoadFrom)]);

    private static readonly AgentGraph Graph = AgentGraph.Load(Path.Combine(Repository.Root, "agents"), Path.Combine(Repository.Root, "prompts"), Catalog);

    [Fact]
    public void Entry_ByHandOffs_ReachesEveryTool()
    {
        var reached = Graph.Entry.Tools.Select(t => t.Name).Concat(Graph.Entry.HandOffs.SelectMany(Graph.Entry.ToolsBehind)).ToHashSet();

        Assert.True(Catalog.All.Count >= 30, $"only {Catalog.All.Count} tools");
        Assert.Empty(Catalog.All.Select(t => t.Name).Except(reached));
    }

    [Fact]
    public void Agents_EachOfThem_ReachesEveryToolAndCanUndo() => Assert.All(Graph.All, agent =>
    {
        var reached = agent.Tools.Select(t => t.Name).Concat(agent.HandOffs.SelectMany(agent.ToolsBehind)).ToHashSet();
        Assert.Empty(Catalog.All.Select(t => t.Name).Except(reached));
        Assert.Contains(agent.Tools, t => t.Name == "actions.undo");
    });

    [Fact]
    public void Prompts_EachAgentAndLanguage_CanBeFilledIn()
    {
        var sara = new Principal(new Tenant(Guid.Empty, "Najd Roastery", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday), Guid.Empty, "Sara", new HashSet<string> { "*" });

        Assert.All(Graph.All, agent =>
        {
            var said = agent.Instructions(sara, new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Language.Arabic);
            Assert.Contains("Saturday 21 November 2026 (2026-11-21)", said, StringComparison.Ordinal);
            Assert.Contains("only Sara can ask for that", said, StringComparison.Ordinal);
            Assert.DoesNotContain("{{", said, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Prompts_ToolsTheyName_Exist() => Assert.All(
        Graph.All.Select(a => a.Prompt.Name).Distinct().Select(name => File.ReadAllText(Path.Combine(Repository.Root, "prompts", name + ".md"))),
        text => Assert.All(
            System.Text.RegularExpressions.Regex.Matches(text, "`([a-z]+_[a-z_]+)`").Select(m => m.Groups[1].Value),
            function => Assert.NotNull(Catalog.Find(function))));
}
