using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Tests.Dialogue;

public sealed class AgentTests
{
    private static readonly (string, string[], string[])[] Graph =
    [
        ("router", [], ["crm", "erp"]),
        ("crm", ["customers", "contacts", "leads", "opportunities", "interactions", "followups"], ["erp"]),
        ("erp", ["products", "stock", "orders", "suppliers", "reservations"], ["crm"]),
    ];

    [Fact]
    public async Task SayAsync_ToolBehindAHandOff_HandsOffThenCalls()
    {
        var talk = new Talk().WithAgents("router", Graph);

        var reply = await talk.SayAsync("how much espresso do we have in Riyadh?");

        Assert.Equal(["hand_off_to_erp", "stock.level"], talk.Calls.Select(c => c.Tool));
        Assert.Equal("[stock.level]", reply);
    }

    [Fact]
    public async Task SayAsync_TwoRequestsOfTwoAgents_WalksToBoth()
    {
        var talk = new Talk().WithAgents("router", Graph);

        var reply = await talk.SayAsync("show my leads and the low stock");

        Assert.Equal(["hand_off_to_crm", "leads.list", "hand_off_to_erp", "stock.low"], talk.Calls.Select(c => c.Tool));
        Assert.Equal("[leads.list]\n[stock.low]", reply);
    }

    [Fact]
    public async Task SayAsync_ToolOutOfReach_SaysSo()
    {
        var talk = new Talk().WithAgents("crm", ("crm", ["customers"], []));

        var reply = await talk.SayAsync("how much espresso do we have in Riyadh?");

        Assert.Empty(talk.Calls);
        Assert.Contains("isn't something I can do", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("what is the weather like in Paris?", "can't help")]
    [InlineData("tell me a joke about penguins", "can't help")]
    [InlineData("xyzzy plugh frobnicate", "can't help")]
    [InlineData("what can you do?", "You can say")]
    [InlineData("hello", "Hello")]
    [InlineData("thanks", "welcome")]
    [InlineData("goodbye", "Goodbye")]
    [InlineData("كيف الطقس في باريس؟", "ما أقدر")]
    [InlineData("قل لي نكتة عن البطريق", "ما أقدر")]
    [InlineData("وش تقدر تسوي؟", "تقدر تقول")]
    [InlineData("السلام عليكم", "هلا")]
    [InlineData("مشكور", "العفو")]
    [InlineData("مع السلامة", "مع السلامة")]
    public async Task SayAsync_Conversation_IsAnsweredInItsLanguage(string text, string expected)
    {
        var talk = new Talk { Answer = (_, _) => SecondLookTests.Known(false) };

        var reply = await talk.SayAsync(text);

        // A question may be asked of the documents before it is given up.
        Assert.All(talk.Calls, c => Assert.Equal("knowledge.ask", c.Tool));
        Assert.Contains(expected, reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SayAsync_OutOfScope_ShowsThreeExamplesOfWhatCanBeDone()
    {
        var reply = await new Talk().SayAsync("tell me a joke about penguins");

        Assert.Equal(3, reply.Split('\n').Count(l => l.StartsWith('•')));
    }

    [Fact]
    public async Task SayAsync_ForeignFunctionNamed_IsCalled()
    {
        var talk = new Talk().With(AIFunctionFactory.Create((string city) => city, "get_prayer_times", "Prayer times of a city"));

        var reply = await talk.SayAsync("prayer times in Medina");

        Json.AssertEqual("""{"city":"Medina"}""", Assert.Single(talk.Calls).Arguments);
        Assert.Equal("[get_prayer_times]", reply);
    }
}
