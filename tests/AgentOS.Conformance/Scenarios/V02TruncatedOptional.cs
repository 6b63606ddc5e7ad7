namespace AgentOS.Conformance;

internal sealed class V02TruncatedOptional() : Scenario("V02", "truncated JSON arguments, all parameters optional")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var closed = new Counter();
        var tool = Tools.Write("close_accounts", (string? customer = null, bool all = true) => { closed.Add($"customer={customer ?? "null"}, all={all}"); return "closed"; });
        var model = new ScriptedModel(_ => Say.Calls(Say.Raw("c1", "close_accounts", """{"customer":"Contoso","al""")));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Close Contoso's account.");

        if (closed.Count > 0) return Verdict.Fail($"executes with {closed.Seen}; the model is told \"{Shorten.To(model.Last.ResultOf("c1"), 40)}\"");
        if (!end.Answered) return Verdict.Fail(end.Words);
        var told = model.Last.ResultOf("c1");
        return Refusal.Explains(told, "customer")
            ? Verdict.Pass("not executed; the model is told the problem and the schema")
            : Verdict.Partial($"not executed, but the model is told only \"{Shorten.To(told, 60)}\"");
    }
}
