using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Dialogue;

public sealed class FollowUpTests
{
    [Theory]
    [InlineData("how much espresso do we have in Riyadh?", "and in Jeddah?", """{"product":"espresso","warehouse":"Jeddah"}""")]
    [InlineData("how much espresso do we have in Riyadh?", "what about Jeddah?", """{"product":"espresso","warehouse":"Jeddah"}""")]
    [InlineData("كم عندنا اسبريسو في الرياض؟", "وفي جدة؟", """{"product":"اسبريسو","warehouse":"جدة"}""")]
    [InlineData("كم عندنا اسبريسو في الرياض؟", "طيب وجدة؟", """{"product":"اسبريسو","warehouse":"جدة"}""")]
    public async Task SayAsync_Ellipsis_RepeatsTheCallWithTheChange(string request, string ellipsis, string arguments)
    {
        var talk = new Talk();
        await talk.SayAsync(request);

        await talk.SayAsync(ellipsis);

        var call = Assert.Single(talk.Calls);
        Assert.Equal("stock.level", call.Tool);
        Json.AssertEqual(arguments, call.Arguments);
    }

    [Theory]
    [InlineData("order 40 espresso for Contoso", "no, make it 50", """{"customer":"Contoso","lines":[{"quantity":50,"product":"espresso"}]}""")]
    [InlineData("اطلب 40 اسبريسو لكونتوسو", "لا خليها 50", """{"customer":"كونتوسو","lines":[{"quantity":50,"product":"اسبريسو"}]}""")]
    public async Task SayAsync_CorrectionBeforeTheCallTookEffect_CallsAgainWithIt(string request, string correction, string arguments)
    {
        var talk = new Talk { Answer = (_, _) => ToolReply.Failed(new ToolError("declined", "Not approved."), "Left.") };
        await talk.SayAsync(request);

        await talk.SayAsync(correction);

        Json.AssertEqual(arguments, Assert.Single(talk.Calls).Arguments);
    }

    [Fact]
    public async Task SayAsync_CorrectionOfWhatIsDone_ChangesNothingAndSaysSo()
    {
        var talk = new Talk();
        await talk.SayAsync("order 40 espresso for Contoso");

        var reply = await talk.SayAsync("no, make it 50");

        Assert.Empty(talk.Calls);
        Assert.Contains("undo", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("move it to negotiation", "it")]
    [InlineData("move that deal to negotiation", "it")]
    [InlineData("move the second one to negotiation", "#2")]
    [InlineData("move the last one to negotiation", "last")]
    [InlineData("انقل هالصفقة للتفاوض", "it")]
    [InlineData("انقلها للتفاوض", "it")]
    [InlineData("انقل الثانية للتفاوض", "#2")]
    [InlineData("انقل الأخيرة للتفاوض", "last")]
    public async Task SayAsync_APointingWord_IsPassedInItsCanonicalForm(string text, string reference)
    {
        var deal = new Mention("Opportunity", Guid.NewGuid(), "OPP-00001 Globex");
        var talk = new Talk { Focus = Focus.Empty.With([deal, deal with { Id = Guid.NewGuid() }]) };

        await talk.SayAsync(text);

        var call = Assert.Single(talk.Calls);
        Assert.Equal("opportunities.move", call.Tool);
        Json.AssertEqual($$"""{"opportunity":"{{reference}}","stage":"negotiation"}""", call.Arguments);
    }

    [Theory]
    [InlineData("show my leads and the low stock", "leads.list", "stock.low")]
    [InlineData("show my open opportunities and list the open orders", "opportunities.list", "orders.list")]
    [InlineData("move the Globex deal to negotiation and show my leads", "opportunities.move", "leads.list")]
    [InlineData("ورني الفرص المفتوحة واعرض الطلبات المفتوحة", "opportunities.list", "orders.list")]
    public async Task SayAsync_TwoRequests_MakesTwoCallsAndSaysBoth(string text, string first, string second)
    {
        var talk = new Talk();

        var reply = await talk.SayAsync(text);

        Assert.Equal([first, second], talk.Calls.Select(c => c.Tool));
        Assert.Equal($"[{first}]\n[{second}]", reply);
    }
}
