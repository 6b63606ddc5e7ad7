namespace AgentOS.Conformance;

internal sealed class V16ParallelReads() : Scenario("V16", "two reads in one response")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        // Each read ends once both have begun; one that is run alone gives up waiting for the other.
        var (begun, met) = (0, new TaskCompletionSource());
        var tool = Tools.Read("stock", async (string warehouse) =>
        {
            if (Interlocked.Increment(ref begun) == 2 && !met.Task.IsCompleted) met.TrySetResult();
            await Task.WhenAny(met.Task, Task.Delay(loop.Patience / 8));
            met.TrySetCanceled();
            return warehouse;
        });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stock", new { warehouse = "Riyadh" }), Say.Calling("c2", "stock", new { warehouse = "Jeddah" })));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Stock in Riyadh and Jeddah?");

        if (!end.Answered || model.Last.ResultOf("c1") != "Riyadh" || model.Last.ResultOf("c2") != "Jeddah") return Verdict.Fail($"{end.Words}, or without both results");
        return met.Task.IsCompletedSuccessfully ? Verdict.Pass("side by side") : Verdict.Partial("one after the other");
    }
}
