using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>Open approvals in memory.</summary>
internal sealed class MemoryApprovals : IApprovals
{
    private readonly Dictionary<string, PendingApproval> open = [];

    public ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel)
    {
        open[approval.Id] = new PendingApproval(approval, conversation, callKey);
        return ValueTask.CompletedTask;
    }

    public ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel) => new(open.GetValueOrDefault(approval));

    public ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel)
    {
        open.Remove(approval);
        return ValueTask.CompletedTask;
    }
}
