using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

internal sealed class V13ReplayedApproval() : Scenario("V13", "approval replayed after a JSON round trip")
{
    protected override async Task<Verdict> JudgeAsync(ILoopUnderTest loop)
    {
        var paid = new Counter();
        var tool = Tools.Approved("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 }));
        var rehearsal = new Rehearsal(loop, model, null, tool);
        var asked = await rehearsal.RunAsync("Pay 5.");
        if (asked.Approvals is not [var request]) return Verdict.Fail("no approval is asked for");
        if (paid.Count > 0) return Verdict.Fail("executes before it is approved");

        // Kept as text, so that a loop which changes what it is given cannot hide the replay.
        var answered = JsonSerializer.Serialize(asked.Then(request.CreateResponse(approved: true)), AIJsonUtilities.DefaultOptions);
        var end = await rehearsal.RunAsync(Read(answered));
        if (paid.Count != 1) return Verdict.Fail($"{paid.Count} executions of an approved call; {end.Words}");
        await rehearsal.RunAsync(Read(answered));
        await rehearsal.RunAsync([.. Read(answered), .. end.Response?.Messages ?? [], new(ChatRole.User, "Thanks.")]);
        return paid.Count == 1 ? Verdict.Pass("1 execution, however often it is sent") : Verdict.Fail($"{paid.Count} executions");
    }

    private static List<ChatMessage> Read(string messages) =>
        JsonSerializer.Deserialize<List<ChatMessage>>(messages, AIJsonUtilities.DefaultOptions)!;
}
