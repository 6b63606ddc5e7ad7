namespace AgentOS.Conformance;

internal sealed class V08ToolAlwaysFails() : Scenario("V08", "tool always fails")
{
    private const int Enough = 10;

    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var tried = new Counter();
        var tool = Tools.Read("stock", string (string product) =>
        {
            tried.Add(product);
            throw new InvalidOperationException("The warehouse does not answer.");
        });
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", "stock", new { product = "espresso" }) };
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("How much espresso is there?");

        if (!end.Answered) return end.Thrown is not null and not LoopRanAwayException && tried.Count <= Enough
            ? Verdict.Partial($"{tried.Count} executions, then {end.Words}; the transcript is lost")
            : Verdict.Fail($"{tried.Count} executions; {end.Words}");
        if (Balance.Fault(end.Response!.Messages.ToList()) is { } fault) return Verdict.Partial(fault);
        return tried.Count <= Enough ? Verdict.Pass($"{tried.Count} executions, then the run answers") : Verdict.Partial($"{tried.Count} executions");
    }
}
