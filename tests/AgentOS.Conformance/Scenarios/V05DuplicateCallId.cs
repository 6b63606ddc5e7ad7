namespace AgentOS.Conformance;

internal sealed class V05DuplicateCallId() : Scenario("V05", "same call_id twice in one response")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "pay", new { amount = 5 }), Say.Calling("c1", "pay", new { amount = 5 })));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Pay 5.");

        if (paid.Count != 1) return Verdict.Fail($"{paid.Count} executions");
        if (!end.Answered) return Verdict.Fail(end.Words);
        return Balance.Fault(model) is { } fault ? Verdict.Partial($"1 execution, but {fault}") : Verdict.Pass("1 execution, and the call is answered");
    }
}
