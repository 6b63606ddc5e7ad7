using AgentOS.Models.OpenAi;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class OpenAiStreamingTests : IAsyncLifetime
{
    private static readonly ChatMessage[] Hello = [new(ChatRole.User, "hello")];
    private static readonly (string, string, string)[] TwoCalls = [("call_a", "leads_show", """{"lead":"قائد \"1\""}"""), ("call_b", "stock_level", """{"product":"espresso","n":[1,2]}""")];

    private WireServer server = null!;
    private OpenAiChatClient client = null!;

    public async ValueTask InitializeAsync()
    {
        server = await WireServer.StartAsync();
        client = new OpenAiChatClient(new OpenAiSettings { Model = "gpt-4o", ApiKey = "sk-test", BaseAddress = server.BaseAddress });
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100_000)]
    public async Task Stream_CallsInTornChunks_EqualTheWholeAnswer(int pieces)
    {
        server.Json(OpenAiWire.Calls(TwoCalls)).Sse(OpenAiWire.CallStream(3, TwoCalls), pieces);

        var whole = await client.GetResponseAsync(Hello);
        var streamed = await StreamAsync();

        Assert.Equal(Logical(whole), Logical(streamed));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100_000)]
    public async Task Stream_TextInTornChunks_EqualsTheWholeAnswer(int pieces)
    {
        server.Json(OpenAiWire.Text("مرحبا, world 👋"));
        server.Sse(": OPENROUTER PROCESSING\r\n\r\n" + OpenAiWire.Stream(OpenAiWire.Chunk("""{"role":"assistant","content":""}"""), OpenAiWire.Chunk("""{"content":"مرحبا, "}"""), OpenAiWire.Chunk("""{"content":"world \ud83d\udc4b"}"""), OpenAiWire.Chunk("{}", "stop")), pieces);

        var whole = await client.GetResponseAsync(Hello);
        var streamed = await StreamAsync();

        Assert.Equal(Logical(whole), Logical(streamed));
        Assert.True(server.Requests[1].Body.GetProperty("stream").GetBoolean());
        Assert.True(server.Requests[1].Body.GetProperty("stream_options").GetProperty("include_usage").GetBoolean());
    }

    [Fact]
    public async Task Stream_SeveralCallsWithTheSameIndex_AreKeptApartById() => Assert.Equal(
        ["a:x:{\"n\":1}", "b:y:{\"n\":2}"],
        await AssembleAsync(
            """{"index":0,"id":"a","type":"function","function":{"name":"x","arguments":"{\"n\":1}"}}""",
            """{"index":0,"id":"b","type":"function","function":{"name":"y","arguments":"{\"n\""}}""",
            """{"index":0,"id":"b","function":{"arguments":":2}"}}"""));

    [Fact]
    public async Task Stream_PiecesOfTwoCallsInterleaved_GoToTheirOwn() => Assert.Equal(
        ["a:x:{\"n\":1}", "b:y:{\"n\":2}"],
        await AssembleAsync(
            """{"index":0,"id":"a","function":{"name":"x","arguments":"{\"n\""}}""",
            """{"index":1,"id":"b","function":{"name":"y","arguments":"{\"n\""}}""",
            """{"index":0,"function":{"arguments":":1}"}}""",
            """{"index":1,"function":{"arguments":":2}"}}"""));

    [Fact]
    public async Task Stream_NamesEmptyInLaterPieces_KeepTheFirst() => Assert.Equal(
        ["a:x:{\"n\":1}"],
        await AssembleAsync(
            """{"index":0,"id":"a","function":{"name":"x","arguments":""}}""",
            """{"index":0,"id":"","function":{"name":"","arguments":"{\"n\""}}""",
            """{"index":0,"id":null,"function":{"name":null,"arguments":":1}"}}"""));

    [Fact]
    public async Task Stream_EmptyName_IsStillACall() => Assert.Equal(
        ["a::{}"],
        await AssembleAsync("""{"index":0,"id":"a","function":{"name":"","arguments":"{}"}}"""));

    [Fact]
    public async Task Stream_NameRepeatedWithEachPiece_IsOneCall() => Assert.Equal(
        ["a:x:{\"n\":1}"],
        await AssembleAsync(
            """{"index":0,"id":"a","function":{"name":"x","arguments":"{\"n\""}}""",
            """{"index":0,"function":{"name":"x","arguments":":1}"}}"""));

    [Fact]
    public async Task Stream_NoIdsAndNoIndex_CallsAreKeptApartAndGetIds()
    {
        server.Sse(OpenAiWire.Stream(
            OpenAiWire.CallChunk("""{"function":{"name":"x","arguments":"{\"n\":1}"}}"""),
            OpenAiWire.CallChunk("""{"function":{"name":"x","arguments":"{\"n\":2}"}}"""),
            OpenAiWire.Chunk("{}", "tool_calls")));

        var calls = (await StreamAsync()).Messages[0].Contents.OfType<FunctionCallContent>().ToList();

        Assert.Equal(["1", "2"], calls.Select(c => c.Arguments!["n"]!.ToString()));
        Assert.Equal(2, calls.Select(c => c.CallId).Where(id => id.Length > 0).Distinct().Count());
    }

    [Fact]
    public async Task Stream_SameIdAtTwoIndexes_IsTwoCalls() => Assert.Equal(
        ["a:x:{\"n\":1}", "a:x:{\"n\":2}"],
        await AssembleAsync(
            """{"index":0,"id":"a","function":{"name":"x","arguments":"{\"n\":1}"}}""",
            """{"index":1,"id":"a","function":{"name":"x","arguments":"{\"n\":2}"}}"""));

    [Fact]
    public async Task Stream_DoneWithoutFinish_CountsAsFinished()
    {
        server.Sse(OpenAiWire.Chunk("""{"content":"hi"}""") + "data: [DONE]\n\n");

        var response = await StreamAsync();

        Assert.Equal("hi", response.Text);
        Assert.Equal(ChatFinishReason.Stop, response.FinishReason);
    }

    [Fact]
    public async Task Stream_EndsBeforeItsEnd_FailsAndGivesNoCall()
    {
        server.Sse(OpenAiWire.Chunk("""{"role":"assistant"}""") + OpenAiWire.CallChunk("""{"index":0,"id":"a","function":{"name":"orders_close","arguments":"{}"}}"""));

        var seen = new List<ChatResponseUpdate>();
        var failed = await Assert.ThrowsAsync<ModelException>(() => StreamAsync(seen));

        Assert.Equal(ModelFailure.Interrupted, failed.Failure);
        Assert.DoesNotContain(seen, u => u.Contents.OfType<FunctionCallContent>().Any());
    }

    [Fact]
    public async Task Stream_ConnectionDropped_Fails()
    {
        await using var cut = new CutServer("text/event-stream", OpenAiWire.Chunk("""{"content":"Your ord"}"""));
        using var cutClient = new OpenAiChatClient(new OpenAiSettings { Model = "m", BaseAddress = cut.BaseAddress });

        var failed = await Assert.ThrowsAsync<ModelException>(async () => await cutClient.GetStreamingResponseAsync(Hello).ToChatResponseAsync());

        Assert.Equal(ModelFailure.Interrupted, failed.Failure);
    }

    [Fact]
    public async Task Stream_ErrorEvent_FailsWithItsWords()
    {
        server.Sse("data: {\"error\":{\"message\":\"overloaded\",\"code\":503}}\n\n");

        var failed = await Assert.ThrowsAsync<ModelException>(() => StreamAsync());

        Assert.Contains("overloaded", failed.Message, StringComparison.Ordinal);
        Assert.True(failed.Transient);
    }

    [Fact]
    public async Task Stream_ServerThatDoesNotStream_GivesTheWholeAnswer()
    {
        server.Json(OpenAiWire.Calls(TwoCalls)).Json(OpenAiWire.Calls(TwoCalls));

        Assert.Equal(Logical(await client.GetResponseAsync(Hello)), Logical(await StreamAsync()));
    }

    private static string Logical(ChatResponse response) => Logic.Of(response);

    private async Task<IEnumerable<string>> AssembleAsync(params string[] pieces)
    {
        server.Sse(OpenAiWire.Stream([.. pieces.Select(OpenAiWire.CallChunk), OpenAiWire.Chunk("{}", "tool_calls")]));
        return (await StreamAsync()).Messages[0].Contents.OfType<FunctionCallContent>().Select(Logic.Of);
    }

    private async Task<ChatResponse> StreamAsync(List<ChatResponseUpdate>? seen = null)
    {
        seen ??= [];
        await foreach (var update in client.GetStreamingResponseAsync(Hello))
            seen.Add(update);
        return seen.ToChatResponse();
    }
}
