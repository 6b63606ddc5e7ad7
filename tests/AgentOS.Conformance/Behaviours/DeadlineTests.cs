using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviour 6: a tool's deadline is a result for the model, apart from the run's own cancellation.</summary>
public sealed class DeadlineTests : LoopBehaviour
{
    [Fact]
    public async Task Call_ToolHonoursItsCancellation_IsToldToStopAndAnsweredWithTimeout()
    {
        var stopped = new TaskCompletionSource();
        var tool = Tools.Read("report", async (CancellationToken cancel) =>
        {
            try
            {
                await new TaskCompletionSource().Task.WaitAsync(cancel);
            }
            finally
            {
                stopped.SetResult();
            }

            return "report";
        });
        var model = new ScriptedModel(_ => Say.Call("c1", "report"));

        var end = await Rehearse(model, LoopUnderTestOptions.Short(), tool).RunAsync("Report?");

        Assert.True(end.Answered, end.Words);
        await stopped.Task.WaitAsync(Loop.Patience);
        Assert.Contains("timeout", model.Last.ResultOf("c1"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Call_OneOfTwoReadsHangs_TheOtherHasItsResult()
    {
        var slow = Tools.Read("report", () => new TaskCompletionSource<string>().Task);
        var fast = Tools.Read("stock", () => "12");
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "report"), Say.Calling("c2", "stock")));

        var end = await Rehearse(model, LoopUnderTestOptions.Short(), slow, fast).RunAsync("Report and stock?");

        Assert.True(end.Answered, end.Words);
        Assert.Equal("12", model.Last.ResultOf("c2"));
    }

    [Fact]
    public async Task Call_ToolCancelsItself_IsAnErrorOfTheToolNotTheEndOfTheRun()
    {
        var tool = Tools.Read("report", string () => throw new OperationCanceledException("an inner client gave up"));
        var model = new ScriptedModel(_ => Say.Call("c1", "report"));

        var end = await Rehearse(model, tool).RunAsync("Report?");

        Assert.True(end.Answered, end.Words);
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Write_DeadlinePasses_IsNotTakenForNotDone()
    {
        var sent = new Counter();
        var tool = Tools.Write("send", () =>
        {
            sent.Add();
            return new TaskCompletionSource<string>().Task;
        });
        var model = new ScriptedModel(_ => Say.Call("c1", "send"), _ => Say.Call("c2", "send"));

        await Rehearse(model, LoopUnderTestOptions.Short(), tool).RunAsync("Send it.");

        Assert.Equal(1, sent.Count);
    }
}
