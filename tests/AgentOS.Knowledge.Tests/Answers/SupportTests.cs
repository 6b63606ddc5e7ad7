using System.Text.Json;
using AgentOS.Knowledge.Answers;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Tests.Answers;

/// <summary>What a language model writes from passages, and what of it the person gets to see.</summary>
public sealed class SupportTests
{
    private const string Passage = "Unopened bags may be returned within 14 days. Machines are charged a restocking fee of 12 %. Refunds to a card take 10 working days.";

    [Theory]
    [InlineData("Unopened bags can be returned within 14 days [1].", "Unopened bags can be returned within 14 days [1].")]
    [InlineData("Unopened bags can be returned within 30 days [1]. The restocking fee for machines is 12 % [1].", "The restocking fee for machines is 12 % [1].")]
    [InlineData("The restocking fee for machines is 12 % [1]. Ask Ahmed Al Harbi for an exception.", "The restocking fee for machines is 12 % [1].")]
    [InlineData("A card refund takes 10 working days [1]. Elephants enjoy long philosophical conversations.", "A card refund takes 10 working days [1].")]
    public async Task GetResponse_ModelThatLies_LosesTheLie(string written, string kept)
    {
        var said = await AnswerAsync("what is the returns policy?", written);

        Assert.Equal(kept, said.Split('\n')[0]);
        Assert.Equal(written != kept, said.Contains("left out", StringComparison.Ordinal));
    }

    [Fact]
    public async Task GetResponse_NothingIsSupported_GivesTheQuotationInstead() =>
        Assert.Equal("“Unopened bags …” [1]", await AnswerAsync("what is the returns policy?", "Everything may be returned within 365 days."));

    [Fact]
    public async Task GetResponse_ArabicAnswerFromAnEnglishPassage_KeepsItsFigures()
    {
        Assert.Equal("رسوم الإرجاع للمكائن 12 % [1].", await AnswerAsync("كم رسوم إرجاع المكائن؟", "رسوم الإرجاع للمكائن 12 % [1]."));
        Assert.DoesNotContain("20", await AnswerAsync("كم رسوم إرجاع المكائن؟", "رسوم الإرجاع للمكائن 20 % [1]."), StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetResponse_NoDocumentWasAsked_PassesUnchanged()
    {
        using var client = new Writer("Elephants weigh 5000 kg.").Supported();

        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, "hello")], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("Elephants weigh 5000 kg.", response.Text);
    }

    [Fact]
    public async Task GetStreamingResponse_ModelThatLies_NeverShowsTheLie()
    {
        using var client = new Writer("It is 30 days. The restocking fee is 12 %.").Supported();

        var shown = await client.GetStreamingResponseAsync(Asked("what is the restocking fee?"), cancellationToken: TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);

        Assert.DoesNotContain("30", string.Concat(shown.Select(u => u.Text)), StringComparison.Ordinal);
        Assert.Contains("12 %", string.Concat(shown.Select(u => u.Text)), StringComparison.Ordinal);
    }

    private static async Task<string> AnswerAsync(string question, string written)
    {
        using var client = new Writer(written).Supported();
        return (await client.GetResponseAsync(Asked(question), cancellationToken: TestContext.Current.CancellationToken)).Text;
    }

    private static List<ChatMessage> Asked(string question)
    {
        var reply = new ToolReply { View = "KnowledgeAnswerView", Data = JsonSerializer.SerializeToElement(new { quotations = new[] { new { number = 1, passage = Passage } } }), Said = "“Unopened bags …” [1]" };
        return
        [
            new ChatMessage(ChatRole.User, question),
            new ChatMessage(ChatRole.Assistant, [new FunctionCallContent("1", "knowledge_ask", new Dictionary<string, object?> { ["question"] = question })]),
            new ChatMessage(ChatRole.Tool, [new FunctionResultContent("1", reply.ToJson())]),
        ];
    }

    private sealed class Writer(string text) : IChatClient
    {
        public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
            Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, text)));

        public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
            IEnumerable<ChatMessage> messages, ChatOptions? options = null, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken = default)
        {
            foreach (var update in (await GetResponseAsync(messages, options, cancellationToken)).ToChatResponseUpdates()) yield return update;
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
            // Nothing is held.
        }
    }
}
