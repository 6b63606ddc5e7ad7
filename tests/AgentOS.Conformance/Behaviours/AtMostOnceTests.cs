using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 8: an effect happens at most once, and what may rightly be repeated is not held back.</summary>
public sealed class AtMostOnceTests : LoopBehaviour
{
    [Fact]
    public async Task Write_RepeatedAfterAnError_RunsAgain()
    {
        var tried = new Counter();
        var tool = Tools.Write("pay", string (int amount) =>
        {
            tried.Add($"{amount}");
            return tried.Count == 1 ? throw new InvalidOperationException("The bank is closed.") : "paid";
        });
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 }), _ => Say.Call("c2", "pay", new { amount = 5 }));

        await Rehearse(model, tool).RunAsync("Pay 5.");

        Assert.Equal(2, tried.Count);
        Assert.Equal("paid", model.Last.ResultOf("c2"));
    }

    [Fact]
    public async Task Write_SameToolOtherArguments_RunsAgain()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 }), _ => Say.Call("c2", "pay", new { amount = 6 }));

        await Rehearse(model, tool).RunAsync("Pay 5 and 6.");

        Assert.Equal("5; 6", paid.Seen);
    }

    [Fact]
    public async Task Write_TwiceInOneResponseUnderTwoIds_RunsOnce()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "pay", new { amount = 5 }), Say.Calling("c2", "pay", new { amount = 5 })));

        await Rehearse(model, tool).RunAsync("Pay 5.");

        Assert.Equal(1, paid.Count);
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Read_RepeatedAfterAWrite_ReadsAfresh()
    {
        var left = 12;
        var read = Tools.Read("stock", () => left);
        var write = Tools.Write("take", () => --left);
        var model = new ScriptedModel(_ => Say.Call("c1", "stock"), _ => Say.Call("c2", "take"), _ => Say.Call("c3", "stock"));

        await Rehearse(model, read, write).RunAsync("Take one.");

        Assert.Equal("12", model.Last.ResultOf("c1"));
        Assert.Equal("11", model.Last.ResultOf("c3"));
    }
}
