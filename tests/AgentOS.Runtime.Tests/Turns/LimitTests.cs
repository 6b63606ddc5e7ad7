using AgentOS.Runtime.Loop;
using AgentOS.Turns;
using Microsoft.Extensions.AI;
using static AgentOS.Runtime.Tests.Turns.ScriptedModel;

namespace AgentOS.Runtime.Tests.Turns;

public sealed class LimitTests
{
    /// <summary>Looks at something new each time, for ever; places an order when the last message says so.</summary>
    private static ScriptedModel Restless() => new((messages, options) =>
        options?.ToolMode is NoneChatToolMode ? Text("That is what I found.")
        : messages[^1].Text == "place" ? Call("p", "orders_place", ("item", "tea"))
        : Call("c" + messages.Count, "orders_look", ("item", "thing " + messages.Count)));

    [Fact]
    public async Task Say_MoneyIsUsedUp_EndsWithoutAskingTheModelAgain()
    {
        var model = Restless();
        var desk = new TurnFixture(model, limits: new ToolLoopOptions { MaxCost = 0.03m, Price = (_, _) => 0.01m });
        var result = await desk.Say("look");
        Assert.Equal((TurnEnd.LimitReached, 3, 0.03m), (result.Reason, model.Calls, result.Usage.Cost));
        Assert.NotEmpty(result.Reply);
    }

    [Fact]
    public async Task Say_TokensAreUsedUp_Ends()
    {
        var desk = new TurnFixture(Restless(), limits: new ToolLoopOptions { MaxTokens = 220 });
        var result = await desk.Say("look");
        Assert.Equal((TurnEnd.LimitReached, 200L, 20L), (result.Reason, result.Usage.InputTokens, result.Usage.OutputTokens));
    }

    [Fact]
    public async Task Say_StepsAreUsedUp_LetsTheModelSayWhatItFound()
    {
        var desk = new TurnFixture(Restless(), limits: new ToolLoopOptions { MaxSteps = 4 });
        var result = await desk.Say("look");
        Assert.Equal((TurnEnd.LimitReached, "That is what I found.", 4), (result.Reason, result.Reply, result.Usage.ToolCalls));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Say_YesToAnApproval_GoesOnUnderTheSameLimits(bool restarted)
    {
        var limits = new ToolLoopOptions { MaxSteps = 4 };
        var desk = new TurnFixture(Restless(), limits: limits);
        Assert.Equal(TurnEnd.AwaitingApproval, (await desk.Say("place")).Reason);
        if (restarted)
        {
            var kept = new MemoryJournal(desk.Journal.Entries);
            desk = new TurnFixture(Restless(), kept, desk.Pipeline.Restarted(kept), limits: limits);
        }

        var result = await desk.Say("yes");

        // One step was taken before the question, so three are left.
        Assert.Equal((TurnEnd.LimitReached, 3), (result.Reason, result.Usage.ToolCalls));
        Assert.Equal(4, (await desk.Say("look")).Usage.ToolCalls);
    }

    [Fact]
    public async Task Say_LongConversation_SendsTheLastTurnsWhole()
    {
        var model = new ScriptedModel((messages, _) => messages[^1].Role == ChatRole.Tool ? Text("done") : Call("c" + Guid.NewGuid(), "orders_look", ("item", messages[^1].Text)));
        var desk = new TurnFixture(model);
        for (var i = 0; i < 30; i++) await desk.Say("thing " + i);

        var sent = model.Seen[^1];
        Assert.Equal(ChatRole.User, sent[0].Role);
        Assert.InRange(sent.Count(m => m.Role == ChatRole.User), 20, 21);
        var calls = sent.SelectMany(m => m.Contents.OfType<FunctionCallContent>()).Select(c => c.CallId);
        Assert.Equal(calls, sent.SelectMany(m => m.Contents.OfType<FunctionResultContent>()).Select(r => r.CallId));
    }
}
