using Microsoft.Extensions.AI;
using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 7: cancelling keeps what is done, and the next run is not cancelled as well.</summary>
public sealed class CancellationTests : LoopBehaviour
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Cancel_WhileTheModelThinks_TranscriptHasTheFirstRound(bool streaming)
    {
        using var stop = new CancellationTokenSource();
        var tool = Tools.Write("pay", () => "receipt-17");
        var model = new ScriptedModel(
            _ => Say.Call("c1", "pay"),
            _ =>
            {
                stop.Cancel();
                throw new OperationCanceledException(stop.Token);
            });
        var rehearsal = new Rehearsal(Loop, model, null, tool) { Streaming = streaming };

        var end = await rehearsal.RunAsync("Pay.", stop.Token);

        var kept = end.Response?.Messages.ToList() ?? Loop.TranscriptOf(Assert.IsType<OperationCanceledException>(end.Thrown, exactMatch: false));
        Assert.NotNull(kept);
        Assert.Null(Balance.Fault(kept));
        Assert.Contains(kept.SelectMany(m => m.Contents).OfType<FunctionResultContent>(), r => ResultText.Of(r.Result) == "receipt-17");
    }

    [Fact]
    public async Task Cancel_ThenRunAgain_TheNextRunAnswers()
    {
        using var stop = new CancellationTokenSource();
        var tool = Tools.Read("wait", async (CancellationToken cancel) =>
        {
            await stop.CancelAsync();
            await new TaskCompletionSource().Task.WaitAsync(cancel);
            return "";
        });
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "wait")), tool);

        var cancelled = await rehearsal.RunAsync("Wait.", stop.Token);
        var next = await rehearsal.RunAsync("Hello?");

        Assert.False(cancelled.Hung);
        Assert.True(next.Answered, next.Words);
    }

    [Fact]
    public async Task Cancel_BeforeTheRun_NothingIsDone()
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", () => { paid.Add(); return "paid"; });
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        await Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay")), tool).RunAsync("Pay.", stop.Token);

        Assert.Equal(0, paid.Count);
    }
}
