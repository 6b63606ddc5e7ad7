using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;
using static AgentOS.Runtime.Tests.Turns.ScriptedModel;

namespace AgentOS.Runtime.Tests.Turns;

public sealed class ConversationsTests
{
    /// <summary>Calls the tool that the person's words name, then says what came of it.</summary>
    private static ScriptedModel Obedient() => new((messages, options) =>
    {
        var last = messages[^1];
        if (last.Contents.OfType<FunctionResultContent>().LastOrDefault() is { } result)
        {
            var reply = ToolReply.From(result.Result)!;
            return Text(reply.Error?.Code ?? reply.Said!);
        }

        if (options?.Tools?.OfType<Agents.HandOffFunction>().FirstOrDefault() is { } over) return Call("h", over.Name);
        var words = last.Text.Split(' ');
        return words[0] is "look" or "note" or "place" ? Call("c" + messages.Count, "orders_" + words[0], ("item", words[1])) : Text("Which?");
    });

    [Fact]
    public async Task Say_ReadIsAsked_SaysItsOutcome()
    {
        var desk = new TurnFixture(Obedient());
        var result = await desk.Say("look tea");
        Assert.Equal(("done orders.look", TurnEnd.Answered), (result.Reply, result.Reason));
        Assert.Equal((2, 1), (result.Usage.ModelCalls, result.Usage.ToolCalls));
    }

    [Theory]
    [InlineData("yes please", 1, "done orders.place")]
    [InlineData("نعم", 1, "done orders.place")]
    [InlineData("no", 0, "declined")]
    [InlineData("لا شكرا", 0, "declined")]
    public async Task Say_AnswerToApproval_DoesAsTold(string answer, int effects, string reply)
    {
        var desk = new TurnFixture(Obedient());
        var asked = await desk.Say("place tea");
        Assert.Equal((TurnEnd.AwaitingApproval, "orders.place? (yes / no)"), (asked.Reason, asked.Reply));
        Assert.Empty(desk.Pipeline.Effects);

        var result = await desk.Say(answer);

        Assert.Equal((effects, reply), (desk.Pipeline.Effects.Count, result.Reply));
    }

    [Fact]
    public async Task Say_YesToWhatHasChangedSince_AsksAnewAndThenDoesItOnce()
    {
        var desk = new TurnFixture(Obedient());
        await desk.Say("place tea");
        desk.Pipeline.Changed = true;

        var again = await desk.Say("yes");
        Assert.Equal((TurnEnd.AwaitingApproval, "orders.place? (yes / no)"), (again.Reason, again.Reply));
        Assert.Empty(desk.Pipeline.Effects);

        Assert.Equal("done orders.place", (await desk.Say("yes")).Reply);
        Assert.Single(desk.Pipeline.Effects);
    }

    [Fact]
    public async Task Say_SomethingElseThanYesOrNo_ClosesTheQuestion()
    {
        var desk = new TurnFixture(Obedient());
        await desk.Say("place tea");
        var other = await desk.Say("look cups");
        var late = await desk.Say("yes");
        Assert.Equal("done orders.look", other.Reply);
        Assert.Equal("Which?", late.Reply);
        Assert.Empty(desk.Pipeline.Effects);
    }

    [Fact]
    public async Task Answer_ForgedOrUsedApproval_IsRefusedAndDoesNothing()
    {
        var desk = new TurnFixture(Obedient());
        var asked = await desk.Say("place tea");
        Task<TurnResult> Answer(string id) => desk.Conversations.AnswerApprovalAsync(TurnFixture.Sara, "c", id, true, null, CancellationToken.None);
        var forged = await Assert.ThrowsAsync<ToolException>(() => Answer("0123"));
        await Answer(asked.Approval!.Id);
        var again = await Assert.ThrowsAsync<ToolException>(() => Answer(asked.Approval.Id));
        Assert.Equal(("approval_unknown", "approval_unknown"), (forged.Code, again.Code));
        Assert.Single(desk.Pipeline.Effects);
    }

    [Fact]
    public async Task Say_SameMessageIdTwice_IsOneTurn()
    {
        var desk = new TurnFixture(Obedient());
        var first = await desk.Say("note tea", "wamid.1");
        var second = await desk.Say("note tea", "wamid.1");
        Assert.Equal(first.Turn, second.Turn);
        Assert.Single(desk.Pipeline.Effects);
    }

    [Fact]
    public async Task Say_WriteOfAnEarlierTurnRepeated_AsksFirst()
    {
        var desk = new TurnFixture(Obedient());
        await desk.Say("note tea");
        var again = await desk.Say("note tea");
        Assert.Equal(TurnEnd.AwaitingApproval, again.Reason);
        Assert.Single(desk.Pipeline.Effects);
        await desk.Say("yes");
        Assert.Equal(2, desk.Pipeline.Effects.Count);
    }

    [Fact]
    public async Task Say_AgentHandsOver_NextAgentAnswersAndKeepsTheWord()
    {
        var model = Obedient();
        var desk = new TurnFixture(model, router: true);
        var result = await desk.Say("look tea");
        Assert.Equal(("desk", "done orders.look"), (result.Agent, result.Reply));
        Assert.DoesNotContain(model.Seen[1], m => m.Contents.OfType<FunctionCallContent>().Any());
        Assert.Equal("desk", (await desk.Say("look cups")).Agent);
    }

    [Fact]
    public async Task Say_AfterRestart_KnowsFocusHistoryAndTheOpenQuestion()
    {
        var before = new TurnFixture(Obedient());
        await before.Say("look tea");
        await before.Say("place tea");
        var kept = new MemoryJournal(before.Journal.Entries);
        var model = Obedient();
        var after = new TurnFixture(model, kept, before.Pipeline.Restarted(kept));

        var result = await after.Say("yes");

        Assert.Equal("done orders.place", result.Reply);
        Assert.Single(after.Pipeline.Effects);
        Assert.Equal("look tea", model.Seen[0][0].Text);
    }
}
