using System.Text.Json;
using AgentOS.Host.Tests.Fakes;
using AgentOS.Tools;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using Xunit;

namespace AgentOS.Host.Tests;

public sealed class McpTests(TestServer server) : IClassFixture<TestServer>
{
    private string[] Inspect(params string[] more) =>
        [new Uri(server.Address, "/mcp").ToString(), "--transport", "http", "--header", $"Authorization: Bearer {server.Key}", .. more];

    [Fact]
    public async Task Inspector_ListsTools_WithAnnotations()
    {
        var tools = (await Peers.InspectorAsync(Inspect("--method", "tools/list"))).GetProperty("tools").EnumerateArray().ToDictionary(t => t.GetProperty("name").GetString()!);

        Assert.Equal(3, tools.Count);
        Assert.True(tools["leads_list"].GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean());
        Assert.False(tools["leads_qualify"].GetProperty("annotations").GetProperty("readOnlyHint").GetBoolean());
        Assert.Equal("lead", tools["leads_qualify"].GetProperty("inputSchema").GetProperty("required")[0].GetString());
    }

    [Fact]
    public async Task Inspector_CallsATool_GetsWordsAndFacts()
    {
        var result = await Peers.InspectorAsync(Inspect("--method", "tools/call", "--tool-name", "leads_qualify", "--tool-arg", "lead=LEAD-9"));

        Assert.Equal("leads.qualify", result.GetProperty("content")[0].GetProperty("text").GetString());
        Assert.Equal("LEAD-00001", result.GetProperty("structuredContent").GetProperty("data").GetProperty("number").GetString());
        Assert.Contains(server.Pipeline.Calls, c => c.Arguments.GetRawText().Contains("LEAD-9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Call_Refused_IsAnErrorResult()
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => ToolReply.Failed(new ToolError("out_of_stock", "Only 3 are left."));
        await using var client = await ConnectAsync(own, null);

        var result = await client.CallToolAsync("leads_list", cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(result.IsError);
        Assert.Equal("Only 3 are left.", Assert.IsType<TextContentBlock>(result.Content[0]).Text);
    }

    [Theory]
    [InlineData("accept", true, true)]
    [InlineData("accept", false, false)]
    [InlineData("decline", null, false)]
    public async Task Approval_ClientCanAsk_IsElicited(string action, bool? approved, bool expected)
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => new ToolReply { Approval = TestPipeline.Approval };
        string? asked = null;
        await using var client = await ConnectAsync(own, (request, _) =>
        {
            asked = request?.Message;
            return ValueTask.FromResult(new ElicitResult
            {
                Action = action,
                Content = approved is { } yes ? new Dictionary<string, JsonElement> { ["approved"] = JsonSerializer.SerializeToElement(yes) } : null,
            });
        });

        await client.CallToolAsync("orders_create", new Dictionary<string, object?> { ["customer"] = "Contoso" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("status: – → draft", asked, StringComparison.Ordinal);
        Assert.Equal(("apr-1", expected), Assert.Single(own.Pipeline.Answers));
    }

    [Fact]
    public async Task Approval_ClientCannotAsk_SaysWhereToApprove()
    {
        await using var own = new TestServer();
        await own.InitializeAsync();
        own.Pipeline.OnCall = _ => new ToolReply { Approval = TestPipeline.Approval };
        await using var client = await ConnectAsync(own, null);

        var result = await client.CallToolAsync("orders_create", new Dictionary<string, object?> { ["customer"] = "Contoso" }, cancellationToken: TestContext.Current.CancellationToken);

        Assert.Contains("/api/v1/approvals/apr-1", Assert.IsType<TextContentBlock>(result.Content[0]).Text, StringComparison.Ordinal);
        Assert.Empty(own.Pipeline.Answers);
    }

    [Fact]
    public async Task Session_OfAnother_IsUnknown()
    {
        using var request = new HttpRequestMessage(HttpMethod.Delete, "/mcp");
        request.Headers.Add("Mcp-Session-Id", "guessed");
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, response.StatusCode);
    }

    private static async Task<McpClient> ConnectAsync(TestServer to, Func<ElicitRequestParams?, CancellationToken, ValueTask<ElicitResult>>? onElicit)
    {
        var transport = new HttpClientTransport(new HttpClientTransportOptions
        {
            Endpoint = new Uri(to.Address, "/mcp"),
            AdditionalHeaders = new Dictionary<string, string> { ["Authorization"] = $"Bearer {to.Key}" },
        });
        return await McpClient.CreateAsync(transport, new McpClientOptions { Handlers = new McpClientHandlers { ElicitationHandler = onElicit } }, cancellationToken: TestContext.Current.CancellationToken);
    }
}
