using AgentOS.Identity;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Graph;
using AgentOS.Runtime.Tests.Catalog;
using AgentOS.Tools;

namespace AgentOS.Runtime.Tests.Graph;

public sealed class AgentGraphTests : IDisposable
{
    private static readonly ToolDescriptor Sample = ToolDescriptors.Of(typeof(ReadTime));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agentos-graph-");

    public AgentGraphTests()
    {
        Write("graph.yaml", "entry: router\nlimits: { steps: 9, cost: 0.5 }\n");
        Write("router.yaml", "name: router\ndescription: Meets people.\nprompt: talk\nhandOffs: [crm, erp]\n");
        Write("crm.yaml", "name: crm\ndescription: Sells.\nprompt: talk\ntools: [leads.*]\nhandOffs: [erp, router]\nlimits: { seconds: 5 }\n");
        Write("erp.yaml", "name: erp\ndescription: Delivers.\nprompt: talk\ntools: [orders.create]\nhandOffs: [deep]\nmodel: embedded\n");
        Write("deep.yaml", "name: deep\ndescription: Searches.\nprompt: talk\ntools: [search.all]\nhandOffs: [router]\n");
        Write("talk.md", "---\nversion: 3\nlabels: [production]\n---\nYou serve {{user}} of {{tenant}} on {{date}} ({{isoDate}}) in {{language}}.{{> rules}}\n");
        Write("rules.md", "---\nversion: 1\n---\n{{#if arabic}} بالعربي{{/if}} Be brief.");
    }

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Load_GoodFiles_KnowsToolsHandOffsAndLimits()
    {
        var graph = Load();

        Assert.Equal("router", graph.Entry.Name);
        Assert.Equal(["crm", "deep", "erp", "router"], graph.All.Select(a => a.Name));
        Assert.Equal(["leads.create", "leads.list"], graph.Find("crm")!.Tools.Select(t => t.Name));
        Assert.Equal(["crm", "erp"], graph.Entry.HandOffs.Select(a => a.Name));
        Assert.Equal("embedded", graph.Find("erp")!.Model);
        Assert.Equal((9, 0.5m, TimeSpan.FromSeconds(5)), (graph.Find("crm")!.Limits.MaxSteps, graph.Find("crm")!.Limits.MaxCost, graph.Find("crm")!.Limits.MaxTime));
        Assert.Equal(TimeSpan.FromMinutes(2), graph.Entry.Limits.MaxTime);
        Assert.Equal("3", graph.Entry.Prompt.Version);
        Assert.Equal(["production"], graph.Entry.Prompt.Labels);
    }

    [Fact]
    public void ToolsBehind_HandOffsInCircles_LeadsEachToolByTheNearestAgent()
    {
        var graph = Load();

        Assert.Equal(["leads.create", "leads.list"], graph.Entry.ToolsBehind(graph.Find("crm")!));
        Assert.Equal(["orders.create", "search.all"], graph.Entry.ToolsBehind(graph.Find("erp")!));
    }

    [Theory]
    [InlineData("en", "You serve Sara of Najd on Saturday 21 November 2026 (2026-11-21) in English. Be brief.")]
    [InlineData("ar", "You serve Sara of Najd on Saturday 21 November 2026 (2026-11-21) in Arabic. بالعربي Be brief.")]
    public void Instructions_LateEvening_TakesTheTenantsDate(string language, string said)
    {
        var riyadh = TimeZoneInfo.CreateCustomTimeZone("Riyadh", TimeSpan.FromHours(3), null, null);
        var sara = new Principal(new Tenant(Guid.Empty, "Najd", riyadh, "SAR", DayOfWeek.Sunday), Guid.Empty, "Sara", new HashSet<string>());
        var agent = Load().Entry;

        Assert.Equal(said, agent.Instructions(sara, new DateTimeOffset(2026, 11, 20, 21, 30, 0, TimeSpan.Zero), language));
        Assert.NotEqual(said, agent.Instructions(sara, new DateTimeOffset(2026, 11, 20, 20, 30, 0, TimeSpan.Zero), language));
    }

    [Theory]
    [InlineData("crm.yaml", "tools: [leads.*]", "tools: [leeds.*]", "crm.yaml:4: no tool matches 'leeds.*'; did you mean 'leads.*'?")]
    [InlineData("crm.yaml", "tools: [leads.*]", "tools:\n  - leads.*\n  - leads.creat", "crm.yaml:6: no tool matches 'leads.creat'; did you mean 'leads.create'?")]
    [InlineData("crm.yaml", "[erp, router]", "[epr]", "crm.yaml:5: 'crm' hands off to 'epr', but there is no such agent; did you mean 'erp'?")]
    [InlineData("crm.yaml", "[erp, router]", "[crm]", "crm.yaml:5: 'crm' hands off to itself")]
    [InlineData("crm.yaml", "prompt: talk", "prompt: tlak", "crm.yaml:3: there is no prompt 'tlak'")]
    [InlineData("crm.yaml", "prompt: talk\n", "", "crm.yaml:1: 'prompt' is missing; add prompt: …")]
    [InlineData("crm.yaml", "handOffs", "handoffs", "crm.yaml:5: there is no key 'handoffs'; did you mean 'handOffs'?")]
    [InlineData("crm.yaml", "tools: [leads.*]", "tools: leads.*", "crm.yaml:4: 'tools' must be a list")]
    [InlineData("crm.yaml", "name: crm", "name: sales", "crm.yaml:1: the agent is called 'sales', but its file crm.yaml")]
    [InlineData("crm.yaml", "seconds: 5", "seconds: -5", "crm.yaml:6: 'seconds' must be a number above 0, but is '-5'")]
    [InlineData("crm.yaml", "seconds: 5", "step: 5", "crm.yaml:6: there is no key 'step'; did you mean 'steps'?")]
    [InlineData("crm.yaml", "[leads.*]", "[leads.*", "crm.yaml:4: this is not valid YAML")]
    [InlineData("graph.yaml", "entry: router", "entry: rooter", "graph.yaml:1: the entry is 'rooter', but there is no such agent; did you mean 'router'?")]
    [InlineData("talk.md", "{{user}}", "{{usr}}", "talk.md:5: template 'talk': there is no value 'usr'; did you mean 'user'?")]
    [InlineData("talk.md", "{{user}}", "\n{{#if arabic}}", "talk.md:6: template 'talk': {{#if}} is never closed")]
    [InlineData("talk.md", "{{> rules}}", "{{> rulez}}", "talk.md:5: template 'talk': there is nothing called 'rulez' to take in; did you mean 'rules'?")]
    [InlineData("talk.md", "version", "verson", "talk.md:2: there is no key 'verson'; did you mean 'version'?")]
    [InlineData("talk.md", "---\nversion: 3", "version: 3", "talk.md:1: a prompt begins with a head between lines of ---")]
    [InlineData("rules.md", "Be brief.", "{{> talk}}", "rules.md:4: template 'rules': there is nothing called 'talk' to take in")]
    public void Load_Mistake_NamesFileAndLineAndWhatToDo(string file, string right, string wrong, string message)
    {
        var text = File.ReadAllText(Path.Combine(folder.FullName, file));
        Assert.Contains(right, text, StringComparison.Ordinal);
        Write(file, text.Replace(right, wrong, StringComparison.Ordinal));

        var thrown = Assert.Throws<GraphException>(Load);

        Assert.Contains(message, thrown.Message, StringComparison.Ordinal);
    }

    private AgentGraph Load() => AgentGraph.Load(
        folder.FullName, folder.FullName, new ToolCatalog(new[] { "leads.create", "leads.list", "orders.create", "search.all" }.Select(name => Sample with { Name = name })));

    private void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);
}
