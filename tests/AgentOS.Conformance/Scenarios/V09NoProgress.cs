namespace AgentOS.Conformance;

internal sealed class V09NoProgress() : Scenario("V09", "identical successful read for ever")
{
    private const int Enough = 10;

    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var reads = new Counter();
        var tool = Tools.Read("stock", (string product) => { reads.Add(product); return "12"; });
        var model = new ScriptedModel { Otherwise = r => Say.Call($"c{r.Messages.Count}", "stock", new { product = "espresso" }) };
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("How much espresso is there?");

        var figures = $"{reads.Count} executions, {model.Requests.Count} model calls";
        if (!end.Answered) return Verdict.Fail($"{figures}; {end.Words}");
        return reads.Count <= Enough && model.Requests.Count <= Enough + 1 ? Verdict.Pass($"{figures}, and a final text") : Verdict.Partial($"{figures}, and a final text");
    }
}
