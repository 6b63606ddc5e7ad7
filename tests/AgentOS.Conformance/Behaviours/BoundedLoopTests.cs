using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviours 11 and 12: a run has an end, a text, and a budget that is looked at before each call.</summary>
public sealed class BoundedLoopTests : LoopBehaviour
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Run_ModelAlwaysWantsAnotherNewCall_EndsAtTheLimitWithText(bool streaming)
    {
        var tool = Tools.Read("page", (int number) => $"page {number}");
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", "page", new { number = r.Messages.Count }) };
        var rehearsal = new Rehearsal(Loop, model, LoopUnderTestOptions.Default with { MaxModelCalls = 12 }, tool) { Streaming = streaming };

        var end = await rehearsal.RunAsync("Read everything.");

        Assert.True(end.Answered, end.Words);
        Assert.InRange(model.Requests.Count, 2, 13);
        Assert.Null(Balance.Fault([.. end.Response!.Messages]));
    }

    [Fact]
    public async Task Run_ModelSaysNothing_StillHasAText()
    {
        var end = await Rehearse(new ScriptedModel { Otherwise = _ => Say.Text("") }, Tools.Read("stock", () => "12")).RunAsync("Hello?");

        Assert.True(end.Answered, end.Words);
    }

    [Fact]
    public async Task Run_TokenBudgetUsedUp_TheModelIsNotAskedAgain()
    {
        var tool = Tools.Read("page", (int number) => $"page {number}");
        var model = new ScriptedModel { TokensPerCall = 1_000, Otherwise = r => Say.Call($"c{r.Messages.Count}", "page", new { number = r.Messages.Count }) };

        var end = await Rehearse(model, LoopUnderTestOptions.Default with { MaxTokens = 3_000 }, tool).RunAsync("Read everything.");

        Assert.True(end.Answered, end.Words);
        Assert.InRange(model.Requests.Count, 2, 4);
    }

    [Fact]
    public async Task Run_TwoCallsInTurnsForEver_IsNoProgressEither()
    {
        var reads = new Counter();
        var tool = Tools.Read("stock", (string product) => { reads.Add(product); return "12"; });
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", "stock", new { product = r.Messages.Count / 2 % 2 == 0 ? "espresso" : "grinder" }) };

        var end = await Rehearse(model, tool).RunAsync("Stock?");

        Assert.True(end.Answered, end.Words);
        Assert.InRange(model.Requests.Count, 2, 20);
    }
}
