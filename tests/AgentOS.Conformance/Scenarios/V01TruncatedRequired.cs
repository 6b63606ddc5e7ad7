namespace AgentOS.Conformance;

internal sealed class V01TruncatedRequired() : Scenario("V01", "truncated JSON arguments, required parameters")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var closed = new Counter();
        var tool = Tools.Write("close_account", (string customer, bool all) => { closed.Add($"{customer}/{all}"); return "closed"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Raw("c1", "close_account", """{"customer":"Contoso","al""")));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Close Contoso's account.");

        if (closed.Count > 0) return Verdict.Fail($"{closed.Count} executions with {closed.Seen}");
        if (!end.Answered) return Verdict.Fail(end.Words);
        var told = model.Last.ResultOf("c1");
        return Refusal.Explains(told, "customer")
            ? Verdict.Pass("not executed; the model is told the problem and the schema")
            : Verdict.Partial($"not executed, but the model is told only \"{Shorten.To(told, 60)}\"");
    }
}
