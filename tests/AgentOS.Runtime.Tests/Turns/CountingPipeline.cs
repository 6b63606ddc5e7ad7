using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;

namespace AgentOS.Runtime.Tests.Turns;

/// <summary>A pipeline and its approvals in memory: counts effects, and keeps a call key's outcome as the database does.</summary>
internal sealed class CountingPipeline(MemoryJournal journal) : IToolPipeline, IApprovals
{
    private readonly Dictionary<string, PendingApproval> open = [];

    /// <summary>Outcomes by call key; survives a restart, as the database does.</summary>
    public Dictionary<string, ToolReply> Done { get; init; } = [];

    /// <summary>The next approved call would do something else than was shown.</summary>
    public bool Changed { get; set; }

    public List<string> Effects { get; init; } = [];

    public ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel)
    {
        if (Done.TryGetValue(call.CallKey, out var known)) return new(known with { Repeated = true });
        if (call.Tool.Confirm && call.Approval is null || call.ForceConfirm && call.Approval is null) return Ask(call);
        if (call.Approval is not null && Changed)
        {
            Changed = false;
            open.Remove(call.Approval.Id);
            return Ask(call);
        }

        if (call.Approval is not null && !open.ContainsKey(call.Approval.Id)) return new(ToolReply.Failed(new ToolError("approval_unknown", "No.")));
        var id = Guid.CreateVersion7();
        var reply = new ToolReply { View = "OrderView", Data = call.Arguments, Said = $"done {call.Tool.Name}", Mentions = [new Mention("Order", id, "SO-1")] };
        if (call.Tool.Effect == Effect.Read) return new(reply);
        // One transaction: where the entry cannot be written, nothing is done.
        foreach (var entry in call.Journal?.Invoke(reply) ?? []) journal.Commit(entry);
        Effects.Add(call.Tool.Name + call.Arguments.GetRawText());
        Done[call.CallKey] = reply;
        open.Remove(call.Approval?.Id ?? "");
        return new(reply);
    }

    public ValueTask<ToolReply> AnswerApprovalAsync(Principal principal, string approval, bool approved, string language, CancellationToken cancel) =>
        throw new NotSupportedException();

    public ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel)
    {
        open[approval.Id] = new PendingApproval(approval, conversation, callKey);
        return default;
    }

    public ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel) => new(open.GetValueOrDefault(approval));

    public ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel)
    {
        open.Remove(approval);
        return default;
    }

    public CountingPipeline Restarted(MemoryJournal kept)
    {
        var next = new CountingPipeline(kept) { Done = new(Done), Effects = [.. Effects] };
        foreach (var (id, pending) in open) next.open[id] = pending;
        return next;
    }

    private ValueTask<ToolReply> Ask(ToolCall call)
    {
        var approval = new Approval(Guid.CreateVersion7().ToString("N"), call.Tool.Name, call.Arguments.Clone(), $"{call.Tool.Name}? (yes / no)", [], DateTimeOffset.MaxValue);
        open[approval.Id] = new PendingApproval(approval, call.Conversation, call.CallKey);
        return new(new ToolReply { Approval = approval, Said = approval.Summary });
    }
}
