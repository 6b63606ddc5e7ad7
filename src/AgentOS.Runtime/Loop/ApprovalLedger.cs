using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Approvals asked for by a loop without a server behind it. What was asked is remembered here;
/// of what comes back only the id and the yes or no are believed.
/// </summary>
internal sealed class ApprovalLedger(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);
    private readonly ConcurrentDictionary<string, Held> open = new(StringComparer.Ordinal);

    public ToolApprovalRequestContent Request(PlannedCall call, string? conversation)
    {
        var now = time.GetUtcNow();
        foreach (var (old, held) in open)
        {
            if (held.Until < now) open.TryRemove(old, out _);
        }

        var id = Guid.NewGuid().ToString("N");
        open[id] = new Held(conversation, call, now + Lifetime);
        return new ToolApprovalRequestContent(id, call.Content);
    }

    /// <summary>Uses an answer up. Returns the call that was asked about, exactly as it was asked, or <see langword="null"/>.</summary>
    public PlannedCall? Redeem(ToolApprovalResponseContent answer, string? conversation)
    {
        if (!open.TryGetValue(answer.RequestId, out var held)
            || held.Conversation != conversation
            || held.Until < time.GetUtcNow()
            || answer.ToolCall is not FunctionCallContent claimed
            || new PlannedCall(claimed, null, 0).Fingerprint != held.Call.Fingerprint)
        {
            return null;
        }

        return open.TryRemove(answer.RequestId, out _) ? held.Call : null;
    }

    private sealed record Held(string? Conversation, PlannedCall Call, DateTimeOffset Until);
}
