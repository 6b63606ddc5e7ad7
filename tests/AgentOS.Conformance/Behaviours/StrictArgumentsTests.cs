using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 1: arguments are checked before approval and execution; nothing is coerced.</summary>
public sealed class StrictArgumentsTests : LoopBehaviour
{
    [Fact]
    public async Task Call_ArgumentOfWrongType_IsRefusedNotCoerced()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = "five" }));

        var end = await Rehearse(model, tool).RunAsync("Pay five.");

        Assert.True(end.Answered, end.Words);
        Assert.Equal(0, paid.Count);
        Assert.Contains("amount", model.Last.ResultOf("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_RequiredArgumentMissing_IsRefusedByName()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount, string? note = null) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { note = "rent" }));

        await Rehearse(model, tool).RunAsync("Pay.");

        Assert.Equal(0, paid.Count);
        Assert.Contains("amount", model.Last.ResultOf("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_BadArgumentsOnApprovedTool_AsksNobody()
    {
        var tool = Tools.Approved("pay", (int amount) => "paid");
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amout = 5 }));

        var end = await Rehearse(model, tool).RunAsync("Pay 5.");

        Assert.Empty(end.Approvals);
        Assert.Contains("amout", model.Last.ResultOf("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Response_OneCallWithBadArguments_ValidSiblingStillRuns()
    {
        var reads = new Counter();
        var tool = Tools.Read("stock", (string product) => { reads.Add(product); return "12"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stock", new { produkt = "beans" }), Say.Calling("c2", "stock", new { product = "espresso" })));

        await Rehearse(model, tool).RunAsync("Stock?");

        Assert.Equal("espresso", reads.Seen);
        Assert.Equal("12", model.Last.ResultOf("c2"));
    }

    [Fact]
    public async Task Run_ModelNeverMendsItsArguments_EndsWithTextSoon()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int? amount = null) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", "pay", new { amout = r.Messages.Count }) };

        var end = await Rehearse(model, tool).RunAsync("Pay 5.");

        Assert.True(end.Answered, end.Words);
        Assert.Equal(0, paid.Count);
        Assert.InRange(model.Requests.Count, 1, 10);
    }

    [Fact]
    public async Task Call_MisspeltNameWithinAList_IsRefusedByName()
    {
        var ordered = new Counter();
        var tool = Tools.Write("order", (Line[] lines) => { ordered.Add($"{lines.Length}"); return "ordered"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Raw("c1", "order", """{"lines":[{"product":"espresso","quantity":40},{"product":"grinder","quantitty":10}]}""")));

        await Rehearse(model, tool).RunAsync("Order 40 espresso and 10 grinders.");

        Assert.Equal(0, ordered.Count);
        Assert.Contains("quantitty", model.Last.ResultOf("c1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"Contoso\"")]
    public async Task Call_ArgumentsAreNoObject_RequiredOnesAreAskedFor(string json)
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Raw("c1", "pay", json)));

        var end = await Rehearse(model, tool).RunAsync("Pay.");

        Assert.True(end.Answered, end.Words);
        Assert.Equal(0, paid.Count);
        Assert.NotEqual("", model.Last.ResultOf("c1"));
    }

    private sealed record Line(string Product, int Quantity);
}
