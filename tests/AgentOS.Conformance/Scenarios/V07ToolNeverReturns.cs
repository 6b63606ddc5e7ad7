namespace AgentOS.Conformance;

internal sealed class V07ToolNeverReturns() : Scenario("V07", "tool never returns")
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMilliseconds(200);

    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var tool = Tools.Read("slow_report", () => new TaskCompletionSource<string>().Task);
        var model = new ScriptedModel(_ => Say.Call("c1", "slow_report"));
        var began = TimeProvider.System.GetTimestamp();
        var end = await new Rehearsal(loop, model, new(Deadline), tool).RunAsync("Make the report.");
        var took = TimeProvider.System.GetElapsedTime(began);

        if (!end.Answered) return Verdict.Fail(end.Words);
        if (!model.Last.ResultOf("c1").Contains("timeout", StringComparison.OrdinalIgnoreCase)) return Verdict.Partial("given up, but the model is not told of a timeout");
        return Verdict.Pass($"given up after {took / Deadline:0.0} × its deadline; the model is told \"timeout\"");
    }
}
