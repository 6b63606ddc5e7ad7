using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Replies;

namespace AgentOS.Understanding.Tests.Dialogue;

public sealed class QuestionTests
{
    private static readonly Mention First = new("Customer", Guid.Parse("00000000-0000-7000-8000-000000000011"), "CUST-00001 Contoso Riyadh");
    private static readonly Mention Second = new("Customer", Guid.Parse("00000000-0000-7000-8000-000000000012"), "CUST-00002 Contoso Jeddah");

    [Theory]
    [InlineData("log a call with Zamzam Bakery", "they asked for samples", "interactions.log", "customer", "Zamzam Bakery", "summary", "they asked for samples")]
    [InlineData("سجل مكالمة مع مخبز زمزم", "طلبوا عينات", "interactions.log", "customer", "مخبز زمزم", "summary", "طلبوا عينات")]
    [InlineData("move the Zamzam deal", "negotiation", "opportunities.move", "opportunity", "Zamzam", "stage", "negotiation")]
    [InlineData("add a new customer", "Zamzam Bakery", "customers.create", "name", "Zamzam Bakery", "name", "Zamzam Bakery")]
    [InlineData("ضيف عميل جديد", "مخبز زمزم", "customers.create", "name", "مخبز زمزم", "name", "مخبز زمزم")]
    public async Task SayAsync_SomethingMissing_AsksAndTakesTheAnswer(string request, string answer, string tool, string first, string firstValue, string second, string secondValue)
    {
        var talk = new Talk();

        var question = await talk.SayAsync(request);
        Assert.Empty(talk.Calls);
        Assert.Equal(Language.Of(request), Language.Of(question));
        await talk.SayAsync(answer);

        var call = Assert.Single(talk.Calls);
        Assert.Equal(tool, call.Tool);
        Assert.Equal(firstValue, call.Arguments[first]?.ToString());
        Assert.Equal(secondValue, call.Arguments[second]?.ToString());
    }

    [Theory]
    [InlineData("never mind")]
    [InlineData("cancel")]
    [InlineData("خلاص")]
    [InlineData("الغ")]
    public async Task SayAsync_CancelAtAQuestion_DropsIt(string cancel)
    {
        var talk = new Talk();
        await talk.SayAsync("log a call with Zamzam Bakery");

        var reply = await talk.SayAsync(cancel);
        Assert.Empty(talk.Calls);
        Assert.Equal(Language.Of(cancel), Language.Of(reply));
        await talk.SayAsync("show my open opportunities");

        Assert.Equal("opportunities.list", Assert.Single(talk.Calls).Tool);
    }

    [Theory]
    [InlineData("show customer Contoso", "the second one")]
    [InlineData("show customer Contoso", "2")]
    [InlineData("show customer Contoso", "the Jeddah one")]
    [InlineData("show customer Contoso", "CUST-00002")]
    [InlineData("عطني معلومات عن العميل كونتوسو", "الثاني")]
    [InlineData("عطني معلومات عن العميل كونتوسو", "رقم ٢")]
    [InlineData("عطني معلومات عن العميل كونتوسو", "الأخير")]
    public async Task SayAsync_SeveralRecordsFit_OffersThemAndTakesTheChoice(string request, string choice)
    {
        var talk = new Talk
        {
            Answer = (_, arguments) => arguments["customer"]!.ToString() == Second.Id.ToString()
                ? Talk.Said("here")
                : ToolReply.Failed(new ToolError("ambiguous", "Several fit.", "customer", [First, Second])),
        };

        var question = (await talk.SayAsync(request)).Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
        Assert.Contains("1. " + First.Label, question, StringComparison.Ordinal);
        Assert.Contains("2. " + Second.Label, question, StringComparison.Ordinal);

        Assert.Equal("here", await talk.SayAsync(choice));
    }

    [Fact]
    public async Task SayAsync_NotFoundWithOneNearest_OffersItAndYesTakesIt()
    {
        var talk = new Talk
        {
            Answer = (_, arguments) => arguments["customer"]!.ToString() == First.Id.ToString()
                ? Talk.Said("here")
                : ToolReply.Failed(new ToolError("not_found", "There is none.", "customer", [First])),
        };

        var question = await talk.SayAsync("show customer Kontozo");
        Assert.Contains("Kontozo", question, StringComparison.Ordinal);
        Assert.Contains(First.Label, question, StringComparison.Ordinal);

        Assert.Equal("here", await talk.SayAsync("yes"));
    }

    [Fact]
    public async Task SayAsync_ErrorNamesTheEntityInsteadOfTheArgument_StillOffersTheChoices()
    {
        var product = new Mention("Product", Guid.NewGuid(), "ESP-1KG Espresso Blend");
        var talk = new Talk
        {
            Answer = (_, arguments) => arguments["lines"]![0]!["product"]!.ToString() == product.Id.ToString()
                ? Talk.Said("ordered")
                : ToolReply.Failed(new ToolError("ambiguous", "Several fit.", "product", [product, product with { Id = Guid.NewGuid(), Label = "ESP-250 Espresso Small" }])),
        };

        await talk.SayAsync("order 40 espresso for Contoso");

        Assert.Equal("ordered", await talk.SayAsync("the first one"));
    }

    [Fact]
    public async Task SayAsync_ThreeAnswersThatFit_Not_OffersAnotherWay()
    {
        var talk = new Talk();
        await talk.SayAsync("schedule a follow-up with Zamzam Bakery");

        var second = await talk.SayAsync("blue");
        var third = await talk.SayAsync("green");
        var last = await talk.SayAsync("red");

        Assert.NotEqual(second, last);
        Assert.Equal(second, third);
        Assert.Contains("sentence", last, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SayAsync_AnotherRequestAtAQuestion_IsServed()
    {
        var talk = new Talk();
        await talk.SayAsync("log a call with Zamzam Bakery");

        await talk.SayAsync("show my open opportunities");

        Assert.Equal("opportunities.list", Assert.Single(talk.Calls).Tool);
    }

    [Theory]
    [InlineData("show customer Contoso", "Only managers may.")]
    public async Task SayAsync_ARefusal_IsSaidAsItIs(string request, string said)
    {
        var talk = new Talk { Answer = (_, _) => ToolReply.Failed(new ToolError("forbidden", "Not allowed."), said) };

        Assert.Equal(said, await talk.SayAsync(request));
    }

    [Fact]
    public void Name_OfAnyArgumentInArabic_IsArabic() => Assert.Empty(Catalogs.All.All
        .SelectMany(tool => ToolFrame.Of(tool).Arguments)
        .Where(argument => Questions.Name(ReplyBook.For(Language.Arabic), argument).Any(char.IsAsciiLetter)).Select(argument => argument.Path));

    [Theory]
    [InlineData("show my open opportunities", "customer")]
    [InlineData("ورني الفرص المفتوحة", "عميل")]
    public async Task SayAsync_ArgumentRefusedThatWasNotSaid_IsNamedInTheLanguageOfTheReply(string request, string named)
    {
        var talk = new Talk { Answer = (_, _) => ToolReply.Failed(new ToolError("not_found", "There is none.", "customer", [First])) };

        var reply = await talk.SayAsync(request);

        Assert.Contains(named, reply, StringComparison.Ordinal);
        Assert.Equal(Language.Of(request) == Language.English, reply.Contains("customer", StringComparison.Ordinal));
    }
}
