namespace AgentOS.Conformance;

internal sealed class V04UnknownTool() : Scenario("V04", "unknown tool name")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var tool = Tools.Read("list_orders", () => "none");
        var model = new ScriptedModel(_ => Say.Call("c1", "list_ordres"), _ => Say.Call("c2", "list_orders"));
        var end = await new Rehearsal(loop, model, null, tool).RunAsync("What is on order?");

        if (!end.Answered) return Verdict.Fail(end.Words);
        if (Balance.Fault(model) is { } fault) return Verdict.Fail(fault);
        return model.Last.ResultOf("c1").Length > 0 && model.Last.ResultOf("c2") == "none"
            ? Verdict.Pass("an error result; the loop goes on")
            : Verdict.Partial("the loop goes on, but the model is not told");
    }
}
