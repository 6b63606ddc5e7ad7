using AgentOS.Host.Composition;
using AgentOS.Host.Lending;
using AgentOS.Host.Tests.Fakes;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace AgentOS.Host.Tests;

/// <summary>Our own MCP server lends its tools, over the real protocol.</summary>
public sealed class LendingTests(TestServer server) : IClassFixture<TestServer>
{
    [Fact]
    public async Task Connect_ServerInSettings_LendsToItsAgents()
    {
        await using var lent = Lent(new LentServer(Url: new Uri(server.Address, "/mcp").ToString(), Headers: new Dictionary<string, string> { ["Authorization"] = $"Bearer {server.Key}" }, Agents: ["crm"]));
        await lent.ConnectAsync(TestContext.Current.CancellationToken);

        var tools = lent.For("crm", isEntry: false).Cast<AIFunction>().ToDictionary(t => t.Name);
        Assert.Equal(3, tools.Count);
        Assert.Empty(lent.For("router", isEntry: true));

        // What only reads may run; what may write is asked about.
        Assert.Null(tools["other_leads_list"].GetService<ApprovalRequiredAIFunction>());
        Assert.NotNull(tools["other_leads_qualify"].GetService<ApprovalRequiredAIFunction>());
        Assert.Equal("read", tools["other_leads_list"].AdditionalProperties["effect"]);

        var result = await tools["other_leads_list"].InvokeAsync(new AIFunctionArguments { ["top"] = 41 }, TestContext.Current.CancellationToken);
        Assert.Contains("LEAD-00001", result?.ToString(), StringComparison.Ordinal);
        Assert.Contains(server.Pipeline.Calls, c => c.Arguments.GetRawText().Contains("41", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Connect_ServerThatIsNotThere_IsLeftOut()
    {
        await using var lent = Lent(new LentServer(Command: "/no/such/program"));

        await lent.ConnectAsync(TestContext.Current.CancellationToken);

        Assert.Empty(lent.For("router", isEntry: true));
    }

    private LentTools Lent(LentServer other) => new(
        new HostSettings { Root = Path.GetTempPath(), Home = server.Home, McpServers = new Dictionary<string, LentServer> { ["other"] = other } },
        NullLoggerFactory.Instance,
        NullLogger<LentTools>.Instance);
}
