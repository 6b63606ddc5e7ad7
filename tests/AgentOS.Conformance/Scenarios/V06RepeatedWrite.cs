namespace AgentOS.Conformance;

internal sealed class V06RepeatedWrite() : Scenario("V06", "identical write re-issued after success")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var paid = new Counter();
        var tool = Tools.Write("pay", (int amount, string to) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(
            _ => Say.Calls(Say.Raw("c1", "pay", """{"amount":5,"to":"Contoso"}""")),
            _ => Say.Calls(Say.Raw("c2", "pay", """{ "to":"Contoso", "amount":5 }""")));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Pay Contoso 5.");

        if (paid.Count != 1) return Verdict.Fail($"{paid.Count} executions");
        if (end.Approvals.Count > 0) return Verdict.Pass("executed once; a person is asked about the second");
        if (!end.Answered) return Verdict.Fail(end.Words);
        var told = model.Last.ResultOf("c2");
        return told.Length > 0 && told != model.Last.ResultOf("c1")
            ? Verdict.Pass("executed once; the model is told that it has been done")
            : Verdict.Partial("executed once, but the model believes that it was twice");
    }
}
