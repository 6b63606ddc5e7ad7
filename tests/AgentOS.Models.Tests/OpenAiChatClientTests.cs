using System.Text.Json;
using AgentOS.Models.OpenAi;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class OpenAiChatClientTests : IAsyncLifetime
{
    private const string Key = "sk-test-0123456789abcdef";
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "مرحبا \"Contoso\"")];

    private WireServer server = null!;
    private OpenAiChatClient client = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync();
        client = new OpenAiChatClient(new OpenAiSettings { Model = "gpt-4o", ApiKey = Key, BaseAddress = server.BaseAddress });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task GetResponse_PlainText_GivesTextUsageAndFinish()
    {
        server.Json(OpenAiWire.Text("أهلا \n \"you\" 👋"));

        var response = await client.GetResponseAsync(Hello);

        Assert.Equal("أهلا \n \"you\" 👋", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
        Assert.Equal("gpt-4o-2024-08-06", response.ModelId);
        Assert.Equal((180, 16, 196, 128), (response.Usage!.InputTokenCount, response.Usage.OutputTokenCount, response.Usage.TotalTokenCount, response.Usage.CachedInputTokenCount));
        var asked = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", asked.Path);
        Assert.Equal("Bearer " + Key, asked.Headers["Authorization"]);
        Assert.StartsWith("application/json", asked.Headers["Content-Type"]);
        Assert.Equal("مرحبا \"Contoso\"", asked.Body.GetProperty("messages")[0].GetProperty("content").GetString());
    }

    [Fact]
    public async Task GetResponse_ParallelCalls_GivesEachWithItsArguments()
    {
        server.Json(OpenAiWire.Calls(("call_a", "leads_show", """{"lead":"LEAD-00001"}"""), ("call_b", "stock_level", """{"product":"espresso","deep":{"a":[1,2.5,null,true]}}""")));

        var calls = Calls(await client.GetResponseAsync(Hello));

        Assert.Equal(["call_a", "call_b"], calls.Select(c => c.CallId));
        Assert.Equal("LEAD-00001", calls[0].Arguments!["lead"]!.ToString());
        Assert.Equal("[1,2.5,null,true]", ((JsonElement)calls[1].Arguments!["deep"]!).GetProperty("a").GetRawText());
    }

    [Theory]
    [InlineData("""{"customer":"Cont""")]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("[1]")]
    [InlineData("null")]
    [InlineData("not json")]
    public async Task GetResponse_MalformedArguments_FailsTheCallAndKeepsTheText(string arguments)
    {
        server.Json(OpenAiWire.Calls(("call_a", "orders_close", arguments), ("call_b", "orders_close", """{"customer":"x"}""")));

        var calls = Calls(await client.GetResponseAsync(Hello));

        Assert.IsAssignableFrom<JsonException>(calls[0].Exception);
        Assert.Null(calls[0].Arguments);
        Assert.Equal(arguments, calls[0].AdditionalProperties!["arguments"]);
        Assert.Null(calls[1].Exception);
    }

    [Fact]
    public async Task GetResponse_NoArgumentsButCutAtLength_FailsTheCall()
    {
        server.Json(OpenAiWire.Calls(("call_a", "orders_close", "")).Replace("\"finish_reason\":\"tool_calls\"", "\"finish_reason\":\"length\"", StringComparison.Ordinal));
        server.Json(OpenAiWire.Calls(("call_a", "orders_list", "")));

        Assert.NotNull(Calls(await client.GetResponseAsync(Hello))[0].Exception);
        Assert.Empty(Calls(await client.GetResponseAsync(Hello))[0].Arguments!);
    }

    [Fact]
    public async Task GetResponse_HistoryWithCallsAndResults_SendsThemInTheProvidersShape()
    {
        server.Json(OpenAiWire.Calls(("call_a", "leads_show", """{ "lead" : "LEAD-00001" }"""), ("call_b", "leads_show", "{bro")));
        server.Json(OpenAiWire.Text("done"));
        var first = await client.GetResponseAsync(Hello);
        // A journal keeps messages as JSON, and a call's exception is not part of that.
        var keptAsJson = JsonSerializer.Deserialize<ChatMessage>(JsonSerializer.Serialize(first.Messages[0], AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
        var calls = keptAsJson.Contents.OfType<FunctionCallContent>().ToList();
        Assert.Null(calls[1].Exception);
        first.Messages[0].Contents[1] = calls[1];
        List<ChatMessage> history = [.. Hello, .. first.Messages,
            new(ChatRole.Tool, [new FunctionResultContent("call_a", new ToolReply { View = "LeadView", Said = "قيد \"1\"" }), new FunctionResultContent("call_b", JsonElement.Parse("""{"error":{"code":"invalid_arguments"}}"""))])];
        history[0].AdditionalProperties = new() { ["agentos.turn"] = "secret" };

        await client.GetResponseAsync(history, new ChatOptions { Instructions = "Be brief.", AdditionalProperties = new() { ["agentos.turn"] = new object() } });

        var body = server.Requests[1].Body;
        Assert.DoesNotContain("agentos.turn", body.GetRawText(), StringComparison.Ordinal);
        var messages = body.GetProperty("messages");
        Assert.Equal(["system", "user", "assistant", "tool", "tool"], messages.EnumerateArray().Select(m => m.GetProperty("role").GetString()));
        Assert.Equal(JsonValueKind.Null, messages[2].GetProperty("content").ValueKind);
        Assert.Equal("""{ "lead" : "LEAD-00001" }""", messages[2].GetProperty("tool_calls")[0].GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal("""{"unreadable":"{bro"}""", messages[2].GetProperty("tool_calls")[1].GetProperty("function").GetProperty("arguments").GetString());
        Assert.Equal("""{"view":"LeadView","said":"قيد \"1\""}""", messages[3].GetProperty("content").GetString());
        Assert.Equal("call_a", messages[3].GetProperty("tool_call_id").GetString());
        Assert.Equal("""{"error":{"code":"invalid_arguments"}}""", messages[4].GetProperty("content").GetString());
    }

    [Fact]
    public async Task GetResponse_Options_AreSent()
    {
        server.Json(OpenAiWire.Text("{}"));
        List<AITool> tools = [AIFunctionFactory.Create((string id) => id, "get_order", "Looks an order up.")];

        await client.GetResponseAsync(Hello, new ChatOptions
        {
            ModelId = "other",
            Temperature = 0.25f,
            MaxOutputTokens = 50,
            StopSequences = ["END"],
            Tools = tools,
            ToolMode = ChatToolMode.RequireSpecific("get_order"),
            AllowMultipleToolCalls = false,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonElement.Parse("""{"type":"object"}"""), "shape"),
        });

        var body = server.Requests[0].Body;
        Assert.Equal("other", body.GetProperty("model").GetString());
        Assert.Equal(0.25, body.GetProperty("temperature").GetDouble());
        Assert.Equal(50, body.GetProperty("max_tokens").GetInt32());
        Assert.Equal("END", body.GetProperty("stop")[0].GetString());
        Assert.False(body.GetProperty("parallel_tool_calls").GetBoolean());
        var function = body.GetProperty("tools")[0].GetProperty("function");
        Assert.Equal("get_order", function.GetProperty("name").GetString());
        Assert.Equal("Looks an order up.", function.GetProperty("description").GetString());
        Assert.Equal("id", function.GetProperty("parameters").GetProperty("required")[0].GetString());
        Assert.Equal("get_order", body.GetProperty("tool_choice").GetProperty("function").GetProperty("name").GetString());
        Assert.Equal("shape", body.GetProperty("response_format").GetProperty("json_schema").GetProperty("name").GetString());
    }

    [Fact]
    public async Task GetResponse_ToolListChangedBetweenCalls_SendsTheNewTools()
    {
        server.Json(OpenAiWire.Text("a")).Json(OpenAiWire.Text("b"));
        List<AITool> tools = [AIFunctionFactory.Create(() => 1, "first")];
        var options = new ChatOptions { Tools = tools };

        await client.GetResponseAsync(Hello, options);
        tools[0] = AIFunctionFactory.Create(() => 1, "second");
        await client.GetResponseAsync(Hello, options);

        Assert.Equal(["first", "second"], server.Requests.Select(r => r.Body.GetProperty("tools")[0].GetProperty("function").GetProperty("name").GetString()));
    }

    [Fact]
    public async Task GetResponse_ImageAndJson_AreSentAsParts()
    {
        server.Json(OpenAiWire.Text("seen"));
        byte[] pixel = [0x89, 0x50];

        await client.GetResponseAsync([new ChatMessage(ChatRole.User, [new TextContent("look"), new DataContent(pixel, "image/png"), new DataContent("{\"a\":1}"u8.ToArray(), "application/json")])]);

        var parts = server.Requests[0].Body.GetProperty("messages")[0].GetProperty("content");
        Assert.Equal("look", parts[0].GetProperty("text").GetString());
        Assert.Equal("data:image/png;base64,iVA=", parts[1].GetProperty("image_url").GetProperty("url").GetString());
        Assert.Equal("{\"a\":1}", parts[2].GetProperty("text").GetString());
    }

    [Fact]
    public async Task GetResponse_HugeAnswer_ArrivesWhole()
    {
        var text = string.Concat(Enumerable.Repeat("محمصة نجد 0123456789 ", 200_000));
        server.Json(OpenAiWire.Text(text));

        Assert.Equal(text, (await client.GetResponseAsync(Hello)).Text);
    }

    [Fact]
    public async Task GetResponse_AnswerLongerThanAllowed_Fails()
    {
        using var strict = new OpenAiChatClient(new OpenAiSettings { Model = "m", BaseAddress = server.BaseAddress, LongestAnswer = 1000 });
        server.Json(OpenAiWire.Text(new string('x', 5000)));

        var failed = await Assert.ThrowsAsync<ModelException>(() => strict.GetResponseAsync(Hello));

        Assert.Equal(ModelFailure.Malformed, failed.Failure);
    }

    private static List<FunctionCallContent> Calls(ChatResponse response) => [.. response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>()];
}
