using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Dialogue;

/// <summary>A question that sounds like a look-up of a record, and is one to the documents.</summary>
public sealed class SecondLookTests
{
    private const string Price = "How much does a service contract for a machine cost per year?";
    private const string PriceInArabic = "كم تكلفة إرجاع الكرتون؟";

    [Theory]
    [InlineData(Price)]
    [InlineData(PriceInArabic)]
    public async Task SayAsync_NoSuchRecord_AsksTheDocumentsWithTheSameWords(string question)
    {
        var talk = new Talk { Answer = (tool, _) => tool == "knowledge.ask" ? Known(true) : NotFound() };

        var reply = await talk.SayAsync(question);

        Assert.Equal(["products.show", "knowledge.ask"], talk.Calls.Select(c => c.Tool));
        Assert.Equal(question, talk.Calls[1].Arguments["question"]!.GetValue<string>());
        Assert.Equal("[from the documents]", reply);
    }

    [Fact]
    public async Task SayAsync_DocumentsDoNotKnowEither_TellsWhatWasNotFound()
    {
        var talk = new Talk { Answer = (tool, _) => tool == "knowledge.ask" ? Known(false) : NotFound() };

        Assert.Equal("There is none.", await talk.SayAsync(Price));
        Assert.Equal(2, talk.Calls.Count);
    }

    [Fact]
    public async Task SayAsync_DocumentsBehindAHandOff_HandsOff()
    {
        var talk = new Talk { Answer = (tool, _) => tool == "knowledge.ask" ? Known(true) : NotFound() }
            .WithAgents("erp", ("erp", ["products"], ["search"]), ("search", ["knowledge"], ["erp"]));

        Assert.Equal("[from the documents]", await talk.SayAsync(Price));
        Assert.Equal(["products.show", "hand_off_to_search", "knowledge.ask"], talk.Calls.Select(c => c.Tool));
    }

    [Fact]
    public async Task SayAsync_RecordFound_IsNotLookedForTwice()
    {
        var talk = new Talk();

        await talk.SayAsync(Price);

        Assert.Single(talk.Calls);
    }

    [Fact]
    public async Task SayAsync_NothingFoundToChange_IsNotAskedOfTheDocuments()
    {
        var talk = new Talk { Answer = (_, _) => NotFound() };

        await talk.SayAsync("move the opportunity of Zamzam to negotiation");

        Assert.Single(talk.Calls);
    }

    [Fact]
    public async Task SayAsync_QuestionThatNothingFits_AsksTheDocumentsBeforeGivingUp()
    {
        var talk = new Talk { Answer = (_, _) => Known(true) };
        Assert.Equal("[from the documents]", await talk.SayAsync("what is your dress code?"));

        talk = new Talk { Answer = (_, _) => Known(false) };
        Assert.StartsWith("I can't help with that", await talk.SayAsync("what is your dress code?"), StringComparison.Ordinal);
        Assert.Equal("knowledge.ask", Assert.Single(talk.Calls).Tool);
    }

    [Fact]
    public async Task SayAsync_RecordOrDocuments_TakesTheOtherWhereOneDoesNotKnow()
    {
        var asked = 0;
        var talk = new Talk { Answer = (tool, _) => ++asked == 2 ? Talk.Said($"[{tool}]") : tool == "knowledge.ask" ? Known(false) : NotFound() };

        var reply = await talk.SayAsync("What is the contract price of Colombia Huila from 200 bags?");

        Assert.Equal(["knowledge.ask", "products.show"], talk.Calls.Select(c => c.Tool).Order(StringComparer.Ordinal));
        Assert.Equal($"[{talk.Calls[1].Tool}]", reply);
    }

    private static ToolReply NotFound() => ToolReply.Failed(new ToolError("not_found", "There is none.", "product"), "There is none.");

    internal static ToolReply Known(bool known) => new() { View = "KnowledgeAnswerView", Data = JsonSerializer.SerializeToElement(new { known }), Said = known ? "[from the documents]" : "[they do not say]" };
}
