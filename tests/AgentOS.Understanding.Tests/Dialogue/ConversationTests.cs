namespace AgentOS.Understanding.Tests.Dialogue;

/// <summary>The conversation that a sales rep has, and variants with names that no example holds.</summary>
public sealed class ConversationTests
{
    [Theory]
    [InlineData("show my open opportunities", "opportunities.list", null)]
    [InlineData("move the Globex deal to negotiation", "opportunities.move", """{"opportunity":"Globex","stage":"negotiation"}""")]
    [InlineData("move the Zamzam Bakery deal to negotiation", "opportunities.move", """{"opportunity":"Zamzam Bakery","stage":"negotiation"}""")]
    [InlineData("how much espresso do we have in Riyadh?", "stock.level", """{"product":"espresso","warehouse":"Riyadh"}""")]
    [InlineData("how much sumatra do we have in Jeddah?", "stock.level", """{"product":"sumatra","warehouse":"Jeddah"}""")]
    [InlineData("order 40 espresso and 10 grinders for Contoso", "orders.create", """{"customer":"Contoso","lines":[{"quantity":40,"product":"espresso"},{"quantity":10,"product":"grinders"}]}""")]
    [InlineData("order 12 house filter and 3 milk jugs for Zamzam Bakery", "orders.create", """{"customer":"Zamzam Bakery","lines":[{"quantity":12,"product":"house filter"},{"quantity":3,"product":"milk jugs"}]}""")]
    [InlineData("log a call with Contoso: they want a discount; follow up next Tuesday", "interactions.log", """{"kind":"call","customer":"Contoso","summary":"they want a discount","followUpDate":"2026-11-24"}""")]
    [InlineData("log a call with Zamzam Bakery: they need more cups; follow up next Tuesday", "interactions.log", """{"kind":"call","customer":"Zamzam Bakery","summary":"they need more cups","followUpDate":"2026-11-24"}""")]
    [InlineData("ابغى اشوف الفرص المفتوحة", "opportunities.list", "{}")]
    [InlineData("انقل صفقة غلوبكس للتفاوض", "opportunities.move", """{"opportunity":"غلوبكس","stage":"negotiation"}""")]
    [InlineData("انقل صفقة مخبز زمزم للتفاوض", "opportunities.move", """{"opportunity":"مخبز زمزم","stage":"negotiation"}""")]
    [InlineData("كم عندنا اسبريسو في الرياض؟", "stock.level", """{"product":"اسبريسو","warehouse":"الرياض"}""")]
    [InlineData("كم عندنا سومطرة في جدة؟", "stock.level", """{"product":"سومطرة","warehouse":"جدة"}""")]
    [InlineData("اطلب 40 اسبريسو و10 مطاحن لكونتوسو", "orders.create", """{"customer":"كونتوسو","lines":[{"quantity":40,"product":"اسبريسو"},{"quantity":10,"product":"مطاحن"}]}""")]
    [InlineData("اطلب ٤٠ اسبريسو و ١٠ مطاحن لمخبز زمزم", "orders.create", """{"customer":"مخبز زمزم","lines":[{"quantity":40,"product":"اسبريسو"},{"quantity":10,"product":"مطاحن"}]}""")]
    [InlineData("سجل مكالمة مع كونتوسو: يبون خصم، وذكرني الثلاثاء الجاي", "interactions.log", """{"kind":"call","customer":"كونتوسو","summary":"يبون خصم","followUpDate":"2026-11-24"}""")]
    [InlineData("سجل مكالمة مع مخبز زمزم: يبون خصم، وذكرني الثلاثاء الجاي", "interactions.log", """{"kind":"call","customer":"مخبز زمزم","summary":"يبون خصم","followUpDate":"2026-11-24"}""")]
    public async Task SayAsync_ARequest_CallsTheToolWithItsArguments(string text, string tool, string? arguments)
    {
        var talk = new Talk();

        var reply = await talk.SayAsync(text);

        var call = Assert.Single(talk.Calls);
        Assert.Equal(tool, call.Tool);
        Assert.Equal($"[{tool}]", reply);
        if (arguments is not null) Json.AssertEqual(arguments, call.Arguments);
    }
}
