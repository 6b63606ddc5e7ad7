using System.Globalization;
using AgentOS.Agents;
using AgentOS.Identity;
using AgentOS.Runtime.Loop;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>The surroundings of a conversation's loop: calls go through the pipeline, steps into the journal, events to the observer.</summary>
internal sealed class TurnSurroundings(TurnScope scope, TurnWriter writer, IToolPipeline pipeline, IAgentDirectory agents, TimeProvider time, ITurnObserver? observer) : ILoopSurroundings
{
    private const int MaxVisits = 2;
    private readonly Dictionary<string, int> visits = new(StringComparer.Ordinal);

    /// <summary>The loop's run; set once it exists.</summary>
    public LoopRun? Run { get; set; }

    /// <summary>The agent that has the word.</summary>
    public AgentSpec Agent { get; set; } = null!;

    /// <summary>The approval that was asked for in this turn.</summary>
    public Approval? Asked { get; private set; }

    public bool Streams => observer is not null;

    public ValueTask OnTextAsync(string delta, CancellationToken cancel) => Tell(new TurnEvent.Text(delta), cancel);

    public ValueTask OnModelMessageAsync(ChatMessage message, CancellationToken cancel)
    {
        scope.Conversation.ModelSequence = writer.Append(JournalKind.ModelMessage, message);
        return ValueTask.CompletedTask;
    }

    public async ValueTask<CallOutcome> RunAsync(PlannedCall call, CancellationToken cancel)
    {
        if (observer is not null) await TellStartedAsync(call, cancel);
        var outcome = call.Tool!.Catalogued is { } tool
            ? await CallAsync(call, tool, approved: null, KeyOf(call), cancel)
            : await CallFunctionAsync(call, cancel);
        if (observer is not null && !outcome.AwaitsApproval) await TellFinishedAsync(call, outcome, cancel);
        return outcome;
    }

    /// <summary>Runs a call that a person has approved.</summary>
    public async ValueTask<CallOutcome> RunApprovedAsync(PlannedCall call, ToolDescriptor tool, PendingApproval pending, CancellationToken cancel)
    {
        if (observer is not null) await TellStartedAsync(call, cancel);
        var outcome = await CallAsync(call, tool, pending, pending.CallKey, cancel);
        if (observer is not null) await TellFinishedAsync(call, outcome, cancel);
        return outcome;
    }

    public async ValueTask OnResultsAsync(IReadOnlyList<PlannedCall> calls, CancellationToken cancel)
    {
        List<PlannedCall>? fresh = null;
        foreach (var call in calls)
        {
            if (call.Outcome is not { AwaitsApproval: false, Vanished: false } outcome) continue;
            if (outcome.Reply is { Mentions.Count: > 0 } reply) scope.Conversation.Focus = scope.Conversation.Focus.With(reply.Mentions);
            if (QuotesOthers(call)) scope.Conversation.OthersReadIn = scope.Conversation.Turns;
            if (!outcome.Journaled) (fresh ??= []).Add(call);
        }

        if (fresh is not null) writer.Append(JournalKind.ToolResults, Payload(fresh));
        if (Asked is not null && observer is not null) await observer.OnAsync(new TurnEvent.ApprovalNeeded(Asked), cancel);
    }

    public async ValueTask<ChatOptions?> OnHandOffAsync(PlannedCall call, List<ChatMessage> messages, CancellationToken cancel)
    {
        var target = agents.Find(call.Tool!.HandOff!.Target);
        if (target is null || visits.GetValueOrDefault(target.Name) >= MaxVisits) return null;
        visits[target.Name] = visits.GetValueOrDefault(target.Name) + 1;
        writer.Append(JournalKind.HandOff, new HandOffPayload(Agent.Name, target.Name));
        await Tell(new TurnEvent.HandedOff(Agent.Name, target.Name), cancel);
        scope.Conversation.Agent = target.Name;
        Agent = target;
        Run!.Model = target.Model;
        return OptionsFor(target);
    }

    public ChatOptions OptionsFor(AgentSpec agent) => new()
    {
        Instructions = agent.Instructions(scope.Principal, scope.Now, scope.Language),
        Tools = agent.Tools,
        AdditionalProperties = new() { [TurnFacts.Key] = new TurnFacts(scope.Principal, scope.Now, scope.Conversation.Focus) },
    };

    private async ValueTask<CallOutcome> CallAsync(PlannedCall call, ToolDescriptor tool, PendingApproval? approved, string key, CancellationToken cancel)
    {
        var writes = tool.Effect != Effect.Read;
        // The steps that led to an effect are safe before the effect is.
        if (writes) await writer.FlushAsync(cancel);
        JournalEntry? entry = null;
        var reply = await pipeline.CallAsync(
            new ToolCall(tool, approved?.Approval.Arguments ?? CanonicalJson.ToElement(call.Content.Arguments), scope.Principal, scope.Language, key)
            {
                Conversation = scope.Conversation.Id,
                Focus = scope.Conversation.Focus,
                Approval = approved?.Approval,
                Unsaid = writes && approved is null && scope.Conversation.HoldsOthersWords && Agent.Model.GetService(typeof(IHeedsPeopleAlone)) is null
                    ? OwnWords.Unsaid(call.Content.Arguments, scope.Conversation.Messages, justRead: scope.Conversation.OthersReadIn == scope.Conversation.Turns)
                    : null,
                ForceConfirm = writes && approved is null && Repeats(call),
                Journal = writes ? done => [entry = writer.Make(JournalKind.ToolResults, Payload([Answered(call, done)]))] : null,
            },
            cancel);
        if (reply.Approval is { } approval)
        {
            Await(call, approval);
            return new CallOutcome(reply, Succeeded: false) { AwaitsApproval = true };
        }

        var journaled = reply.Succeeded && !reply.Repeated && entry is not null;
        if (journaled) writer.Committed(entry!);
        if (reply.Succeeded && writes) RememberWrite(call, tool);
        return new CallOutcome(reply, reply.Succeeded) { Journaled = journaled };
    }

    private async ValueTask<CallOutcome> CallFunctionAsync(PlannedCall call, CancellationToken cancel)
    {
        if (call.Tool!.NeedsApproval)
            return CallOutcome.Refused("approval_unavailable", $"{call.Content.Name} comes from outside and must be approved, which is not possible here. Tell the person to do it there.");
        if (!call.IsRead)
        {
            writer.Append(JournalKind.CallStarted, new CallStartedPayload(call.Content.CallId));
            await writer.FlushAsync(cancel);
        }

        return await new FunctionRunner(Agent.Limits.ToolDeadline, time).RunAsync(call, cancel);
    }

    private bool Repeats(PlannedCall call) =>
        Agent.Limits.RepeatedWrites == RepeatedWrite.Confirm && scope.Conversation.HasWrites && scope.Conversation.RecentWrites.Contains(call.Fingerprint);

    private void RememberWrite(PlannedCall call, ToolDescriptor tool)
    {
        // After an undo the same write is no repetition any more.
        if (tool.Name == "actions.undo") scope.Conversation.ForgetWrites();
        else scope.Conversation.Remember(call.Fingerprint);
    }

    private void Await(PlannedCall call, Approval approval)
    {
        if (Asked is not null) return;
        Asked = approval;
        scope.Conversation.Awaited = new AwaitedApproval(approval.Id, call.Content.CallId, call.Fingerprint);
        writer.Append(JournalKind.ApprovalRequested, new ApprovalRequestedPayload(approval.Id, call.Content.CallId, call.Fingerprint));
    }

    private static PlannedCall Answered(PlannedCall call, ToolReply reply) =>
        new(call.Content, call.Tool, call.Index) { Outcome = new CallOutcome(reply, reply.Succeeded) };

    private static ToolResultsPayload Payload(IReadOnlyList<PlannedCall> calls) => new(
        new ChatMessage(ChatRole.Tool, [.. calls.Select(c => new FunctionResultContent(c.Content.CallId, c.Told ?? c.Outcome!.Reply?.ToJson()))]),
        [.. calls.Where(c => c.Outcome!.Reply is { Mentions.Count: > 0 }).Select(c => c.Outcome!.Reply!.Mentions)],
        [.. calls.Where(c => !c.IsRead && c.Outcome is { Succeeded: true, Replayed: false }).Select(c => c.Fingerprint)],
        calls.Any(QuotesOthers));

    private static bool QuotesOthers(PlannedCall call) => call.Outcome is { Succeeded: true } && call.Tool is { HandOff: null } tool && tool.Catalogued?.QuotesOthers != false;

    private string KeyOf(PlannedCall call) =>
        string.Create(CultureInfo.InvariantCulture, $"{scope.Turn:N}/{scope.Conversation.ModelSequence}/{call.Index}");

    private ValueTask TellStartedAsync(PlannedCall call, CancellationToken cancel) =>
        Tell(new TurnEvent.ToolStarted(call.Content.CallId, NameOf(call), CanonicalJson.ToElement(call.Content.Arguments)), cancel);

    private ValueTask TellFinishedAsync(PlannedCall call, CallOutcome outcome, CancellationToken cancel) =>
        Tell(new TurnEvent.ToolFinished(call.Content.CallId, NameOf(call), outcome.Succeeded, outcome.Reply?.Said, outcome.Reply?.Data), cancel);

    private static string NameOf(PlannedCall call) => call.Tool?.Catalogued?.Name ?? call.Content.Name;

    private ValueTask Tell(TurnEvent step, CancellationToken cancel) => observer?.OnAsync(step, cancel) ?? ValueTask.CompletedTask;
}

/// <summary>What a turn is about.</summary>
internal sealed record TurnScope(Conversation Conversation, Principal Principal, Guid Turn, string Language, DateTimeOffset Now);
