namespace AgentOS.Conformance;

internal sealed class V07ToolNeverReturns() : Scenario("V07", "tool never returns")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var tool = Tools.Read("slow_report", () => new TaskCompletionSource<string>().Task);
        var model = new ScriptedModel(_ => Say.Call("c1", "slow_report"));
        var end = await new Rehearsal(loop, model, LoopUnderTestOptions.Short(), tool).RunAsync("Make the report.");

        if (!end.Answered) return Verdict.Fail(end.Words);
        if (!model.Last.ResultOf("c1").Contains("timeout", StringComparison.OrdinalIgnoreCase)) return Verdict.Partial("given up, but the model is not told of a timeout");
        return Verdict.Pass("given up at its deadline; the model is told \"timeout\"");
    }
}
