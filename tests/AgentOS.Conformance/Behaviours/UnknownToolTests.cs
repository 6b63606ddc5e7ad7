using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 2: an unknown tool is a result, not a crash.</summary>
public sealed class UnknownToolTests : LoopBehaviour
{
    [Fact]
    public async Task Call_UnknownNameBesideKnown_KnownRunsAndBothAreAnswered()
    {
        var tool = Tools.Read("stock", () => "12");
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stonk"), Say.Calling("c2", "stock")));

        var end = await Rehearse(model, tool).RunAsync("Stock?");

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
        Assert.Equal("12", model.Last.ResultOf("c2"));
        Assert.Contains("stonk", model.Last.ResultOf("c1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_EmptyNameWhileStreaming_IsAnsweredWithAnError()
    {
        var tool = Tools.Read("stock", () => "12");
        var model = new ScriptedModel(_ => Say.Call("c1", ""));

        var end = await Stream(model, tool).RunAsync("Stock?");

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Run_ModelOnlyCallsUnknownTools_EndsWithTextSoon()
    {
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", $"tool_{r.Messages.Count}") };

        var end = await Rehearse(model, Tools.Read("stock", () => "12")).RunAsync("Stock?");

        Assert.True(end.Answered, end.Words);
        Assert.InRange(model.Requests.Count, 1, 10);
    }
}
