using AgentOS.Identity;
using AgentOS.Runtime.Loop;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>One turn, from what was said to the reply.</summary>
internal sealed class TurnWork(IJournal journal, IToolPipeline pipeline, IApprovals approvals, IAgentDirectory agents, TimeProvider time)
{
    public async ValueTask<TurnResult> SayAsync(Conversation conversation, IncomingMessage message, ITurnObserver? observer, CancellationToken cancel)
    {
        var language = message.Language ?? Language.Of(message.Text, conversation.Language);
        if (conversation.Awaited is { } awaited && Consent.Read(message.Text) is var consent and not ConsentAnswer.Unclear)
            return await AnswerAsync(conversation, message.Principal, awaited, consent == ConsentAnswer.Yes, new Answer(message.Text, language, message.MessageId), observer, cancel);

        var scope = Scope(conversation, message.Principal, language);
        var writer = new TurnWriter(journal, conversation, message.Principal, scope.Turn);
        if (conversation.Awaited is { } overtaken) await OvertakeAsync(conversation, overtaken, writer, scope, cancel);
        writer.Append(JournalKind.UserMessage, new UserMessagePayload(message.Text, scope.Language, message.MessageId, message.Agent, scope.Now));
        conversation.Begin(new OpenTurn(scope.Turn, message.Principal, scope.Language, message.MessageId));
        if (message.Agent is not null) conversation.Agent = message.Agent;
        conversation.Messages.Add(new ChatMessage(ChatRole.User, message.Text));
        return await RunAsync(scope, writer, null, observer, cancel);
    }

    public async ValueTask<TurnResult> AnswerAsync(Conversation conversation, Principal principal, string approval, bool approved, ITurnObserver? observer, CancellationToken cancel)
    {
        if (conversation.Awaited is not { } awaited || awaited.Id != approval)
            throw new ToolException("approval_unknown", "There is no open approval with this id in this conversation: it was answered, has expired, or never existed.");
        return await AnswerAsync(conversation, principal, awaited, approved, new Answer(null, conversation.Language, null), observer, cancel);
    }

    /// <summary>Goes on with a turn that was cut off.</summary>
    public async ValueTask<TurnResult?> ResumeAsync(Conversation conversation, Principal principal, CancellationToken cancel)
    {
        if (conversation.Open is not { } open) return null;
        var scope = new TurnScope(conversation, principal, open.Id, open.Language, time.GetUtcNow());
        var writer = new TurnWriter(journal, conversation, principal, open.Id);
        if (open.Answered is { } answered)
            return await SettleAsync(scope, writer, answered.Approval, answered.Approved, null, cancel);
        if (conversation.Messages is [.., { } last] && last.Role == ChatRole.Assistant && conversation.Unanswered().Count == 0)
            return await EndAsync(scope, writer, AgentOf(conversation).Name, new LoopOutcome(last.Text, TurnEnd.Answered), default, null, null, cancel);
        return await RunAsync(scope, writer, conversation.Unanswered(), null, cancel);
    }

    private async ValueTask<TurnResult> AnswerAsync(
        Conversation conversation, Principal principal, AwaitedApproval awaited, bool approved, Answer answer, ITurnObserver? observer, CancellationToken cancel)
    {
        var scope = Scope(conversation, principal, answer.Language);
        var writer = new TurnWriter(journal, conversation, principal, scope.Turn);
        writer.Append(JournalKind.ApprovalAnswered, new ApprovalAnsweredPayload(awaited.Id, approved, answer.Text, answer.Language, answer.MessageId, scope.Now));
        conversation.Begin(new OpenTurn(scope.Turn, principal, scope.Language, answer.MessageId), goesOn: true);
        conversation.Awaited = null;
        return await SettleAsync(scope, writer, awaited, approved, observer, cancel);
    }

    /// <summary>Makes the approved call, or tells the model that it was declined, and lets the agent speak.</summary>
    private async ValueTask<TurnResult> SettleAsync(TurnScope scope, TurnWriter writer, AwaitedApproval awaited, bool approved, ITurnObserver? observer, CancellationToken cancel)
    {
        var conversation = scope.Conversation;
        var unanswered = conversation.Unanswered();
        var content = unanswered.Find(c => c.CallId == awaited.CallId)
            ?? throw new ToolException("approval_unknown", "The call that this approval was about is no longer part of the conversation.");
        var surroundings = Surroundings(scope, writer, observer);
        var call = new PlannedCall(content, ToolSet.Of(surroundings.Agent.Tools).Find(content.Name), 0);
        var pending = await approvals.FindAsync(scope.Principal, awaited.Id, cancel);
        if (!approved)
        {
            if (pending is not null) await approvals.CloseAsync(scope.Principal, awaited.Id, cancel);
            call.Outcome = CallOutcome.Refused("declined", "The person declined. Nothing was changed; do not repeat it unasked.");
        }
        else if (pending is null || call.Tool?.Catalogued is not { } tool)
        {
            call.Outcome = CallOutcome.Refused("approval_expired", "The approval can no longer be used. Nothing was changed; make the call again to ask again.");
        }
        else
        {
            call.Outcome = await surroundings.RunApprovedAsync(call, tool, pending, cancel);
        }

        if (!call.Outcome.AwaitsApproval)
            conversation.AddResults(new ChatMessage(ChatRole.Tool, [new FunctionResultContent(content.CallId, call.Outcome.Reply!.ToJson())]));
        await surroundings.OnResultsAsync([call], cancel);
        if (call.Outcome.AwaitsApproval)
            return await EndAsync(scope, writer, surroundings.Agent.Name, new LoopOutcome("", TurnEnd.AwaitingApproval), default, surroundings.Asked, observer, cancel);
        unanswered.Remove(content);
        return await RunAsync(scope, writer, unanswered, observer, cancel, surroundings);
    }

    private async ValueTask OvertakeAsync(Conversation conversation, AwaitedApproval awaited, TurnWriter writer, TurnScope scope, CancellationToken cancel)
    {
        await approvals.CloseAsync(scope.Principal, awaited.Id, cancel);
        writer.Append(JournalKind.ApprovalAnswered, new ApprovalAnsweredPayload(awaited.Id, null, null, scope.Language, null, scope.Now));
        conversation.Overtake();
    }

    private async ValueTask<TurnResult> RunAsync(
        TurnScope scope, TurnWriter writer, List<FunctionCallContent>? unanswered, ITurnObserver? observer, CancellationToken cancel, TurnSurroundings? surroundings = null)
    {
        surroundings ??= Surroundings(scope, writer, observer);
        var agent = surroundings.Agent;
        var conversation = scope.Conversation;
        var run = new LoopRun(agent.Model, conversation.Messages, surroundings.OptionsFor(agent), surroundings)
        {
            Language = scope.Language,
            Carried = conversation.Carried,
            EarlierWrites = agent.Limits.RepeatedWrites == RepeatedWrite.Refuse && conversation.HasWrites ? conversation.RecentWrites : null,
        };
        surroundings.Run = run;
        try
        {
            var outcome = await new ToolLoop(agent.Limits, time).RunAsync(run, Plan(unanswered, agent, conversation), cancel);
            return await EndAsync(scope, writer, surroundings.Agent.Name, outcome, run.Usage, surroundings.Asked, observer, cancel);
        }
        catch (LoopCancelledException)
        {
            var words = TurnPhrases.Cancelled(scope.Language);
            await EndAsync(scope, writer, surroundings.Agent.Name, new LoopOutcome(words, TurnEnd.Cancelled), run.Usage, null, null, CancellationToken.None);
            throw;
        }
        catch (Models.ModelException failed)
        {
            return await EndAsync(scope, writer, surroundings.Agent.Name, new LoopOutcome(TurnPhrases.NoModel(failed.Message, scope.Language), TurnEnd.Failed), run.Usage, null, observer, cancel);
        }
    }

    private static async ValueTask<TurnResult> EndAsync(
        TurnScope scope, TurnWriter writer, string agent, LoopOutcome outcome, TurnUsage usage, Approval? asked, ITurnObserver? observer, CancellationToken cancel)
    {
        var reply = asked is null ? outcome.Text : string.IsNullOrWhiteSpace(outcome.Text) ? asked.Summary : outcome.Text + "\n" + asked.Summary;
        var end = new TurnEndedPayload(reply, scope.Language, agent, outcome.Reason, usage, asked?.Id);
        writer.Append(JournalKind.TurnEnded, end);
        // Nobody is told anything that could still be lost.
        await writer.FlushAsync(cancel);
        var result = scope.Conversation.End(scope.Turn, end) with { Approval = asked };
        scope.Conversation.Trim(ConversationCache.HistoryTurns);
        if (observer is not null) await observer.OnAsync(new TurnEvent.Ended(result), cancel);
        return result;
    }

    private static List<PlannedCall>? Plan(List<FunctionCallContent>? unanswered, AgentSpec agent, Conversation conversation)
    {
        if (unanswered is not { Count: > 0 }) return null;
        var tools = ToolSet.Of(agent.Tools);
        var all = conversation.Messages.FindLast(m => m.Role == ChatRole.Assistant)!.Contents.OfType<FunctionCallContent>().ToList();
        return [.. unanswered.Select(content => new PlannedCall(content, tools.Find(content.Name), all.IndexOf(content))
        {
            Outcome = conversation.Open?.Started.Contains(content.CallId) == true
                ? CallOutcome.Refused("unknown_outcome", "The process stopped while this ran; it is unknown whether it took effect. Check before you repeat it.")
                : null,
        })];
    }

    private TurnSurroundings Surroundings(TurnScope scope, TurnWriter writer, ITurnObserver? observer) =>
        new(scope, writer, pipeline, agents, time, observer) { Agent = AgentOf(scope.Conversation) };

    private AgentSpec AgentOf(Conversation conversation)
    {
        if (conversation.Agent is not { } name) return agents.Entry;
        return agents.Find(name) ?? throw new ToolException("agent_unknown", $"There is no agent '{name}'. Leave it out to begin with the one that meets every conversation.");
    }

    private TurnScope Scope(Conversation conversation, Principal principal, string language) =>
        new(conversation, principal, Guid.CreateVersion7(time.GetUtcNow()), language, time.GetUtcNow());

    private sealed record Answer(string? Text, string Language, string? MessageId);
}
