using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

internal sealed class V12EditedApproval() : Scenario("V12", "approval arguments edited by the client, 5 → 5000")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var rebuilt = await PayAsync(loop, call => new FunctionCallContent(call.CallId, call.Name, new Dictionary<string, object?> { ["amount"] = 5000 }));
        var inPlace = await PayAsync(loop, call =>
        {
            call.Arguments!["amount"] = 5000;
            return call;
        });

        if (rebuilt is null || inPlace is null) return Verdict.Fail("no approval is asked for");
        if (rebuilt.Contains("5000", StringComparison.Ordinal)) return Verdict.Fail($"executes {rebuilt}");
        if (inPlace.Contains("5000", StringComparison.Ordinal)) return Verdict.Fail($"executes {inPlace}, edited in the loop's own object");
        return rebuilt.Length == 0 ? Verdict.Pass("the edited call is not executed") : Verdict.Partial("executes the call that was not the one approved");
    }

    /// <summary>What was paid, or null when nobody was asked.</summary>
    private static async Task<string?> PayAsync(ILoopUnderTest loop, Func<FunctionCallContent, FunctionCallContent> edit)
    {
        var paid = new Counter();
        var tool = Tools.Approved("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var rehearsal = new Rehearsal(loop, new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), null, tool);
        var asked = await rehearsal.RunAsync("Pay 5.");
        if (asked.Approvals is not [var request]) return null;
        var answer = new ToolApprovalResponseContent(request.RequestId, true, edit((FunctionCallContent)request.ToolCall));
        await rehearsal.RunAsync(asked.Then(answer));
        return paid.Seen;
    }
}
