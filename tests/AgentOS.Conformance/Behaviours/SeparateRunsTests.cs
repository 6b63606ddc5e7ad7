using Microsoft.Extensions.AI;
using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 15, as far as it is the loop's: runs do not meet, and what the caller gives stays the caller's.</summary>
public sealed class SeparateRunsTests : LoopBehaviour
{
    [Fact]
    public async Task Run_CallersMessages_AreNotChanged()
    {
        var model = new ScriptedModel(_ => Say.Call("c1", "stock"));
        List<ChatMessage> given = [new(ChatRole.User, "Stock?"), Say.Call("lost", "stock"), new(ChatRole.User, "And?")];
        var before = given.Select(m => (m, m.Contents.Count)).ToList();

        await Rehearse(model, Tools.Read("stock", () => "12")).RunAsync(given);

        Assert.Equal(before, given.Select(m => (m, m.Contents.Count)));
    }

    [Fact]
    public async Task Run_ManyOnOneClient_EachHasItsOwnCallsAndText()
    {
        var model = new EchoModel();
        using var client = Loop.Wrap(model, LoopUnderTestOptions.Default);
        var tool = Tools.Read("echo", async (string word) =>
        {
            await Task.Yield();
            return word;
        });

        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(i => Task.Run(() =>
            client.GetResponseAsync([new(ChatRole.User, $"word-{i}")], new ChatOptions { Tools = [tool], ConversationId = $"c{i}" }))));

        Assert.Equal(Enumerable.Range(0, 32).Select(i => $"word-{i}"), answers.Select(a => a.Messages[^1].Text));
    }

    /// <summary>Calls for what the person says, and says what came of it.</summary>
    private sealed class EchoModel : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
        {
            var last = messages.Last();
            return Task.FromResult(new ChatResponse(last.Contents is [FunctionResultContent result]
                ? Say.Text(ResultText.Of(result.Result))
                : Say.Call("c1", "echo", new { word = last.Text })));
        }

        public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException("These runs are not streamed.");

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
