using System.Text.Json;
using AgentOS.Models.Anthropic;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class AnthropicChatClientTests : IAsyncLifetime
{
    private const string Key = "sk-ant-secret-0123456789";
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "مرحبا")];
    private static readonly (string Id, string Name, string Arguments)[] TwoCalls = [("toolu_a", "leads_show", """{"lead":"قائد"}"""), ("toolu_b", "stock_level", """{"product":"espresso","n":[1,2]}""")];

    private WireServer server = null!;
    private AnthropicChatClient client = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync();
        client = new AnthropicChatClient(new AnthropicSettings { Model = "claude-sonnet-4-5", ApiKey = Key, BaseAddress = server.Origin });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task GetResponse_PlainText_GivesTextUsageAndFinish()
    {
        server.Json(AnthropicWire.Text("أهلا \"you\""));

        var response = await client.GetResponseAsync(Hello, new ChatOptions { Instructions = "Be brief.", AdditionalProperties = new() { ["agentos.turn"] = new object() } });

        Assert.Equal("أهلا \"you\"", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal((180, 16), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount));
        var asked = Assert.Single(server.Requests);
        Assert.Equal("/v1/messages", asked.Path);
        Assert.Equal("Bearer " + Key, asked.Headers["Authorization"]);
        Assert.DoesNotContain("agentos.turn", asked.Body.GetRawText(), StringComparison.Ordinal);
        Assert.Contains("Be brief.", asked.Body.GetProperty("system").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Stream_ParallelCallsInTornChunks_EqualTheWholeAnswer(int pieces)
    {
        server.Json(AnthropicWire.Calls(TwoCalls));
        server.Sse(AnthropicWire.Start + AnthropicWire.CallBlock(0, "toolu_a", "leads_show", 3, TwoCalls[0].Arguments) + AnthropicWire.CallBlock(1, "toolu_b", "stock_level", 3, TwoCalls[1].Arguments) + AnthropicWire.End("tool_use"), pieces);

        var whole = Calls(await client.GetResponseAsync(Hello));
        var streamed = await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync();

        Assert.Equal(["toolu_a:leads_show:" + JsonSerializer.Serialize(JsonElement.Parse(TwoCalls[0].Arguments)), "toolu_b:stock_level:{\"product\":\"espresso\",\"n\":[1,2]}"], whole);
        Assert.Equal(whole, Calls(streamed));
        Assert.Equal(ChatFinishReason.ToolCalls, streamed.FinishReason);
        Assert.Equal(16, streamed.Usage!.OutputTokenCount);
    }

    [Fact]
    public async Task Stream_MalformedArguments_FailTheCallAndKeepTheText()
    {
        server.Sse(AnthropicWire.Start + AnthropicWire.CallBlock(0, "toolu_a", "orders_close", 4, """{"customer":"Cont""") + AnthropicWire.End("max_tokens"));

        var call = (await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync()).Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Single();

        Assert.NotNull(call.Exception);
        Assert.Null(call.Arguments);
        Assert.Equal("""{"customer":"Cont""", call.AdditionalProperties!["arguments"]);
    }

    [Fact]
    public async Task Stream_CutBeforeTheArguments_FailsTheCall()
    {
        server.Sse(AnthropicWire.Start + AnthropicWire.CallBlock(0, "toolu_a", "orders_close", 4, "") + AnthropicWire.End("max_tokens"));
        server.Json(AnthropicWire.Calls(("toolu_a", "orders_close", "{}")).Replace("tool_use\",\"stop_sequence", "max_tokens\",\"stop_sequence", StringComparison.Ordinal));

        var streamed = await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync();
        var whole = await client.GetResponseAsync(Hello);

        Assert.Equal(["toolu_a:orders_close:unreadable "], Calls(streamed));
        Assert.Equal(Calls(streamed), Calls(whole));
    }

    [Fact]
    public async Task GetResponse_HistoryWithResults_SendsThemAsText()
    {
        server.Json(AnthropicWire.Text("done"));
        List<ChatMessage> history =
        [
            .. Hello,
            new(ChatRole.Assistant, [new FunctionCallContent("toolu_a", "x", new Dictionary<string, object?> { ["n"] = JsonElement.Parse("1") }), new FunctionCallContent("toolu_b", "y") { Exception = new JsonException(), AdditionalProperties = new() { ["arguments"] = "{bro" } }]),
            new(ChatRole.Tool, [new FunctionResultContent("toolu_a", new ToolReply { View = "LeadView", Said = "قيد" }), new FunctionResultContent("toolu_b", JsonElement.Parse("""{"error":{"code":"invalid_arguments"}}"""))]),
        ];

        await client.GetResponseAsync(history);

        var messages = server.Requests[0].Body.GetProperty("messages");
        Assert.Equal("""{"n":1}""", messages[1].GetProperty("content")[0].GetProperty("input").GetRawText());
        Assert.Equal("""{"unreadable":"{bro"}""", messages[1].GetProperty("content")[1].GetProperty("input").GetRawText());
        Assert.Equal("""{"view":"LeadView","said":"قيد"}""", ResultText(messages[2].GetProperty("content")[0]));
        Assert.Equal("""{"error":{"code":"invalid_arguments"}}""", ResultText(messages[2].GetProperty("content")[1]));
    }

    [Theory]
    [InlineData(401, ModelFailure.Unauthorized, "ANTHROPIC_API_KEY", false)]
    [InlineData(404, ModelFailure.UnknownModel, "AGENTOS_MODEL", false)]
    [InlineData(400, ModelFailure.BadRequest, "the model says no", false)]
    [InlineData(429, ModelFailure.RateLimited, "429", true)]
    [InlineData(529, ModelFailure.Unavailable, "529", true)]
    public async Task GetResponse_ErrorStatus_SaysWhatToMendAndNeverTheKey(int status, ModelFailure failure, string named, bool transient)
    {
        server.Json($$$"""{"type":"error","error":{"type":"x","message":"Key {{{Key}}}: the model says no"}}""", status, headers => headers.RetryAfter = "9");

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal((failure, status, transient, TimeSpan.FromSeconds(9)), (failed.Failure, failed.Status!.Value, failed.Transient, failed.RetryAfter!.Value));
        Assert.Contains(named, failed.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, failed.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task GetResponse_ConnectionRefused_IsUnavailable()
    {
        await server.DisposeAsync();

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Unavailable, failed.Failure);
    }

    [Fact]
    public async Task Stream_EndsBeforeItsEnd_Fails()
    {
        server.Sse(AnthropicWire.Start + AnthropicWire.TextBlock(0, "Your ord"));

        var failed = await Assert.ThrowsAsync<ModelException>(async () => await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync());

        Assert.Equal(ModelFailure.Interrupted, failed.Failure);
    }

    [Fact]
    public async Task Stream_ConnectionDropped_Fails()
    {
        await using var cut = new CutServer("text/event-stream", AnthropicWire.Start + AnthropicWire.TextBlock(0, "Your ord"));
        using var cutClient = new AnthropicChatClient(new AnthropicSettings { Model = "m", ApiKey = Key, BaseAddress = cut.Origin });

        var failed = await Assert.ThrowsAsync<ModelException>(async () => await cutClient.GetStreamingResponseAsync(Hello).ToChatResponseAsync());

        Assert.Equal(ModelFailure.Interrupted, failed.Failure);
    }

    [Fact]
    public async Task Stream_ErrorEvent_Fails()
    {
        server.Sse(AnthropicWire.Start + AnthropicWire.Event("error", "\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}"));

        var failed = await Assert.ThrowsAsync<ModelException>(async () => await client.GetStreamingResponseAsync(Hello).ToChatResponseAsync());

        Assert.Equal(ModelFailure.Unavailable, failed.Failure);
        Assert.Contains("verloaded", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("{}")]
    public async Task GetResponse_NotAMessage_IsMalformed(string body)
    {
        server.Json(body);

        var failed = await Assert.ThrowsAsync<ModelException>(() => client.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Malformed, failed.Failure);
    }

    private static string? ResultText(JsonElement result) =>
        result.GetProperty("content") is { ValueKind: JsonValueKind.String } text ? text.GetString() : result.GetProperty("content")[0].GetProperty("text").GetString();

    private static List<string> Calls(ChatResponse response) => [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(Logic.Of)];
}
