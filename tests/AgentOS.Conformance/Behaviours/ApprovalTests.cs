using Microsoft.Extensions.AI;
using Xunit;

namespace AgentOS.Conformance.Behaviours;

/// <summary>Behaviours 9 and 10: an approval is for one call, one conversation, once; resuming repeats nothing.</summary>
public sealed class ApprovalTests : LoopBehaviour
{
    private readonly Counter paid = new();

    private AIFunction Pay => Tools.Approved("pay", (int amount) => { paid.Add($"{amount}"); return "paid"; });

    [Fact]
    public async Task Answer_Refused_IsNotExecutedAndTheModelIsTold()
    {
        var model = new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 }));
        var rehearsal = Rehearse(model, Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var end = await rehearsal.RunAsync(asked.Then(Assert.Single(asked.Approvals).CreateResponse(approved: false)));

        Assert.True(end.Answered, end.Words);
        Assert.Equal(0, paid.Count);
        Assert.NotEqual("", model.Last.ResultOf("c1"));
        Assert.Null(Balance.Fault(model));
    }

    [Fact]
    public async Task Answer_FromAnotherConversation_ExecutesNothing()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        await rehearsal.RunAsync(asked.Then(Assert.Single(asked.Approvals).CreateResponse(approved: true)), "conversation-2");

        Assert.Equal(0, paid.Count);
    }

    [Fact]
    public async Task Answer_RefusedThenApproved_ExecutesNothing()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var request = Assert.Single(asked.Approvals);
        await rehearsal.RunAsync(asked.Then(request.CreateResponse(approved: false)));
        await rehearsal.RunAsync(asked.Then(request.CreateResponse(approved: true)));

        Assert.Equal(0, paid.Count);
    }

    [Fact]
    public async Task Answer_IdOfAnOpenRequestWithAnotherCallsId_ExecutesNothingNew()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var request = Assert.Single(asked.Approvals);
        var other = new ToolApprovalResponseContent(request.RequestId, true, Say.Calling("c1", "refund", new { amount = 5 }));
        await rehearsal.RunAsync(asked.Then(other));

        Assert.Equal(0, paid.Count);
    }

    [Fact]
    public async Task Answer_TwoAskedOneApproved_OnlyThatOneExecutes()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "pay", new { amount = 5 }), Say.Calling("c2", "pay", new { amount = 7 }))), Pay);

        var asked = await rehearsal.RunAsync("Pay 5 and 7.");
        Assert.NotEmpty(asked.Approvals);
        var answers = asked.Approvals.Select(r => (AIContent)r.CreateResponse(approved: ((FunctionCallContent)r.ToolCall).CallId == "c1"));
        await rehearsal.RunAsync(asked.Then([.. answers]));

        Assert.Equal("5", paid.Seen);
        Assert.Null(Balance.Fault(rehearsal.Model));
    }

    [Fact]
    public async Task Resume_SiblingRanBeforeTheApproval_IsNotRunAgain()
    {
        var logged = new Counter();
        var log = Tools.Write("log_call", () => { logged.Add(); return "logged"; });
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Calls(Say.Calling("c1", "log_call"), Say.Calling("c2", "pay", new { amount = 5 }))), log, Pay);

        var asked = await rehearsal.RunAsync("Log it and pay 5.");
        var end = await rehearsal.RunAsync(asked.Then(Assert.Single(asked.Approvals).CreateResponse(approved: true)));

        Assert.True(end.Answered, end.Words);
        Assert.Equal(1, logged.Count);
        Assert.Equal("5", paid.Seen);
        Assert.Null(Balance.Fault(rehearsal.Model));
    }

    [Fact]
    public async Task Ask_ThenThePersonTalksOfSomethingElse_NothingIsExecutedAndTheModelIsSentWholePairs()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var end = await rehearsal.RunAsync(asked.Then(new TextContent("What is the time?")));

        Assert.True(end.Answered, end.Words);
        Assert.Equal(0, paid.Count);
        Assert.Null(Balance.Fault(rehearsal.Model));
    }

    [Fact]
    public async Task Answer_SentEightTimesAtOnce_ExecutesOnce()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");
        var answer = asked.Then(Assert.Single(asked.Approvals).CreateResponse(approved: true));
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => rehearsal.RunAsync(answer))));

        Assert.Equal("5", paid.Seen);
    }

    [Fact]
    public async Task Ask_CallerReadsTheRequest_ItHasTheExactArguments()
    {
        var rehearsal = Rehearse(new ScriptedModel(_ => Say.Call("c1", "pay", new { amount = 5 })), Pay);

        var asked = await rehearsal.RunAsync("Pay 5.");

        var call = Assert.IsType<FunctionCallContent>(Assert.Single(asked.Approvals).ToolCall);
        Assert.Equal("pay", call.Name);
        Assert.Equal("5", ResultText.Of(call.Arguments!["amount"]));
    }
}
