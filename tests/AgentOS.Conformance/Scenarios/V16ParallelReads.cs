namespace AgentOS.Conformance;

internal sealed class V16ParallelReads() : Scenario("V16", "two 300 ms reads in one response")
{
    private static readonly TimeSpan OwnTime = TimeSpan.FromMilliseconds(300);

    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        // The tool's own time is what is measured against, so it has to take some.
        var tool = Tools.Read("stock", async (string warehouse) =>
        {
            using var timer = new PeriodicTimer(OwnTime);
            await timer.WaitForNextTickAsync();
            return warehouse;
        });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "stock", new { warehouse = "Riyadh" }), Say.Calling("c2", "stock", new { warehouse = "Jeddah" })));
        var began = TimeProvider.System.GetTimestamp();
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Stock in Riyadh and Jeddah?");
        var ratio = TimeProvider.System.GetElapsedTime(began) / OwnTime;

        if (!end.Answered || model.Last.ResultOf("c1") != "Riyadh" || model.Last.ResultOf("c2") != "Jeddah") return Verdict.Fail($"{end.Words}, or without both results");
        var finding = $"{ratio:0.00} × one read's own time";
        return ratio <= 1.5 ? Verdict.Pass(finding) : Verdict.Partial(finding);
    }
}
