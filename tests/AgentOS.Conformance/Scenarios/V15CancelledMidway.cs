using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

internal sealed class V15CancelledMidway() : Scenario("V15", "cancel while the second tool runs")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var paid = new Counter();
        using var stop = new CancellationTokenSource();
        var pay = Tools.Write("pay", () => { paid.Add(); return "paid-receipt-17"; });
        var wait = Tools.Write("ship", async (CancellationToken cancel) =>
        {
            await stop.CancelAsync();
            await new TaskCompletionSource().Task.WaitAsync(cancel);
            return "shipped";
        });
        var model = new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "pay"), Say.Calling("c2", "ship")));
        var rehearsal = new Rehearsal(loop, model, null, pay, wait);
        var end = await rehearsal.RunAsync("Pay and ship.", stop.Token);

        if (end.Hung) return Verdict.Fail("the run cannot be cancelled");
        var kept = end.Response?.Messages.ToList() ?? (end.Thrown is OperationCanceledException cancelled ? loop.TranscriptOf(cancelled) : null);
        if (kept is null) return Verdict.Fail($"{paid.Count} effect committed, and the caller gets only {end.Thrown?.GetType().Name}");
        if (Balance.Fault(kept) is { } fault) return Verdict.Partial($"the transcript is kept, but {fault}");
        if (!kept.SelectMany(m => m.Contents).OfType<FunctionResultContent>().Any(r => ResultText.Of(r.Result).Contains("receipt-17", StringComparison.Ordinal)))
            return Verdict.Fail("the transcript lacks the first effect");

        var question = end.Given[0];
        var next = await rehearsal.RunAsync([.. kept.Contains(question) ? [] : end.Given, .. kept, new(ChatRole.User, "Go on.")]);
        if (!next.Answered || Balance.Fault(model) is not null) return Verdict.Partial("the transcript is kept, but cannot be continued");
        return paid.Count == 1 ? Verdict.Pass("the transcript has the first effect and can be continued") : Verdict.Fail($"{paid.Count} executions");
    }
}
