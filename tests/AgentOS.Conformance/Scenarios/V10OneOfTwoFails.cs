namespace AgentOS.Conformance;

internal sealed class V10OneOfTwoFails() : Scenario("V10", "one of two calls fails")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var good = Tools.Read("stock", () => "12");
        var bad = Tools.Read("price", string () => throw new InvalidOperationException("secret-connection-string"));
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "price"), Say.Calling("c2", "stock")));
        var end = await new Rehearsal(loop, model, null, good, bad).RunAsync("Price and stock?");

        if (!end.Answered) return Verdict.Fail(end.Words);
        if (Balance.Fault(model) is { } fault) return Verdict.Fail(fault);
        if (model.Last.ResultOf("c2") != "12") return Verdict.Fail("the good call's result is lost");
        return model.Last.ResultOf("c1").Contains("secret", StringComparison.Ordinal)
            ? Verdict.Partial("both get a result, but an internal message leaks to the model")
            : Verdict.Pass("both get a result");
    }
}
