namespace AgentOS.Conformance;

internal sealed class V03MisspeltArgument() : Scenario("V03", "misspelt argument name on a write")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var closed = new Counter();
        var tool = Tools.Write("close_accounts", (string? customer = null, bool all = true) => { closed.Add($"customer={customer ?? "null"}, all={all}"); return "closed"; });
        var model = new ScriptedModel(
            _ => Say.Call("c1", "close_accounts", new { custmer = "Contoso", all = false }),
            _ => Say.Call("c2", "close_accounts", new { customer = "Contoso", all = false }));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("Close Contoso's account.");

        if (closed.Seen.Contains("null", StringComparison.Ordinal)) return Verdict.Fail($"executes with {closed.Seen}");
        if (!end.Answered) return Verdict.Fail(end.Words);
        var told = model.Last.ResultOf("c1");
        if (closed.Count != 1) return Verdict.Partial($"{closed.Count} executions of the corrected call");
        return Refusal.Explains(told, "customer") && told.Contains("custmer", StringComparison.Ordinal)
            ? Verdict.Pass("refused by name with the schema; the corrected call executes once")
            : Verdict.Partial($"refused, but the model is told only \"{Shorten.To(told, 60)}\"");
    }
}
