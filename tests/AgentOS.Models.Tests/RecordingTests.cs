using System.Text.Json;
using AgentOS.Models.OpenAi;
using AgentOS.Models.Recording;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

public sealed class RecordingTests : IAsyncLifetime
{
    private readonly string path = Path.Combine(Path.GetTempPath(), $"recording-{Guid.NewGuid():N}.jsonl");
    private readonly ChatOptions options = new() { Instructions = "Be brief.", Tools = [AIFunctionFactory.Create((string id) => id, "get_order")] };
    private WireServer server = null!;

    public async ValueTask InitializeAsync() => server = await WireServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        File.Delete(path);
        await server.DisposeAsync();
    }

    [Fact]
    public async Task Replay_OfARecordedTurn_GivesTheSameAnswersUnderOtherCallIds()
    {
        server.Json(OpenAiWire.Calls(("call_x9", "get_order", """{"id":"SO-1001"}"""), ("call_y9", "get_order", "{bro"))).Json(OpenAiWire.Text("تم الشحن"));
        var recorded = await TurnAsync(Recorder());

        using var replay = new ReplayingChatClient(path);
        var replayed = await TurnAsync(replay);

        Assert.Equal(recorded, replayed);
        Assert.Contains("unreadable {bro", replayed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_Streamed_GivesTheRecordedAnswer()
    {
        server.Sse(OpenAiWire.CallStream(4, ("call_a", "get_order", """{"id":"SO-1"}""")));
        using (var recorder = Recorder())
            await recorder.GetStreamingResponseAsync(Said("hello"), options).ToChatResponseAsync();

        using var replay = new ReplayingChatClient(path);
        var response = await replay.GetStreamingResponseAsync(Said("hello"), options).ToChatResponseAsync();

        Assert.Equal("call_a:get_order:{\"id\":\"SO-1\"}", Logic.Of(response.Messages[0].Contents[0]));
        Assert.Equal(180, response.Usage!.InputTokenCount);
        Assert.Equal(ChatFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task Replay_SameRequestTwice_GivesItsAnswersInOrder()
    {
        server.Json(OpenAiWire.Text("one")).Json(OpenAiWire.Text("two"));
        using (var recorder = Recorder())
        {
            await recorder.GetResponseAsync(Said("hello"));
            await recorder.GetResponseAsync(Said("hello"));
        }

        using var replay = new ReplayingChatClient(path);

        Assert.Equal(["one", "two", "two"], new[] { await replay.GetResponseAsync(Said("hello")), await replay.GetResponseAsync(Said("hello")), await replay.GetResponseAsync(Said("hello")) }.Select(r => r.Text));
    }

    [Fact]
    public async Task Replay_NotRecorded_FailsWithTheNearestAndTheFirstDifference()
    {
        server.Json(OpenAiWire.Text("one")).Json(OpenAiWire.Text("two"));
        using (var recorder = Recorder())
        {
            await recorder.GetResponseAsync(Said("where is SO-1001?"), options);
            await recorder.GetResponseAsync([.. Said("where is SO-1001?"), new(ChatRole.Assistant, "sent"), .. Said("and SO-1002?")], options);
        }

        using var replay = new ReplayingChatClient(path);
        var miss = await Assert.ThrowsAsync<ReplayMissException>(() => replay.GetResponseAsync([.. Said("where is SO-1001?"), new(ChatRole.Assistant, "sent"), .. Said("and SO-1003?")], options));

        Assert.Contains("messages[2].contents[0]", miss.Message, StringComparison.Ordinal);
        Assert.Contains("SO-1002", miss.Message, StringComparison.Ordinal);
        Assert.Contains("SO-1003", miss.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replay_ToolChanged_Misses()
    {
        server.Json(OpenAiWire.Text("one"));
        using (var recorder = Recorder())
            await recorder.GetResponseAsync(Said("hello"), options);
        using var replay = new ReplayingChatClient(path);

        var miss = await Assert.ThrowsAsync<ReplayMissException>(() => replay.GetResponseAsync(Said("hello"), new ChatOptions { Instructions = "Be brief.", Tools = [AIFunctionFactory.Create((int id) => id, "get_order")] }));

        Assert.Contains("tools[0].shape", miss.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_SecretsInWhatIsSaid_AreNotWritten()
    {
        const string key = "sk-proj-abcdefghijklmnop0123456789";
        server.Json(OpenAiWire.Text("your key is " + key + " and your word is sesame"));
        using (var recorder = Recorder("sesame"))
            await recorder.GetResponseAsync(Said($"my key is {key}, Authorization: Bearer abcdefghijklmnopqrstuvwxyz, open sesame"));

        var text = await File.ReadAllTextAsync(path);

        Assert.DoesNotContain("abcdefghijklmnop", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sk-test", text, StringComparison.Ordinal);
        using var replay = new ReplayingChatClient(path, ["sesame"]);
        await replay.GetResponseAsync(Said($"my key is {key}, Authorization: Bearer abcdefghijklmnopqrstuvwxyz, open sesame"));
    }

    [Fact]
    public void Replay_BrokenLine_NamesFileAndLine()
    {
        File.WriteAllText(path, "\n{\"key\":\"x\"}\n");

        var wrong = Assert.Throws<InvalidDataException>(() => new ReplayingChatClient(path));

        Assert.Contains(path + "(2)", wrong.Message, StringComparison.Ordinal);
    }

    private static ChatMessage[] Said(string text) => [new(ChatRole.User, text)];

    private RecordingChatClient Recorder(params string[] secrets) =>
        new(new OpenAiChatClient(new OpenAiSettings { Model = "gpt-4o", ApiKey = "sk-test-0123456789abcdef", BaseAddress = server.BaseAddress }), path, secrets);

    private async Task<string> TurnAsync(IChatClient client)
    {
        using (client)
        {
            List<ChatMessage> history = [.. Said("where is my order?")];
            var first = await client.GetResponseAsync(history, options);
            history.AddRange(first.Messages);
            history.Add(new ChatMessage(ChatRole.Tool, [.. first.Messages[0].Contents.OfType<FunctionCallContent>().Select(call => new FunctionResultContent(call.CallId, JsonElement.Parse("""{"b":1,"a":2}""")))]));
            var second = await client.GetResponseAsync(history, options);
            return string.Join('\n', first.Messages[0].Contents.Concat(second.Messages[0].Contents).Select(Logic.Of));
        }
    }
}
