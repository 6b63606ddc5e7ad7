using AgentOS.Identity;

namespace AgentOS.Turns;

/// <summary>Keeps approvals on the server: what a client sends back is only an id and a yes or no.</summary>
public interface IApprovals
{
    /// <summary>Keeps an approval that is asked of somebody in a conversation (or directly, with <see langword="null"/>).</summary>
    ValueTask RequestAsync(Principal principal, string? conversation, Approval approval, string callKey, CancellationToken cancel);

    /// <summary>Finds an open approval asked of this principal; <see langword="null"/> when it is unknown, used, refused or expired.</summary>
    ValueTask<PendingApproval?> FindAsync(Principal principal, string approval, CancellationToken cancel);

    /// <summary>Closes an approval without the call being made (refused, or overtaken by another wish).</summary>
    ValueTask CloseAsync(Principal principal, string approval, CancellationToken cancel);
}

/// <summary>An approval that has not been answered.</summary>
/// <param name="Approval">The exact call.</param>
/// <param name="Conversation">Where it was asked, or <see langword="null"/>.</param>
/// <param name="CallKey">The key under which the call will take effect, once.</param>
public sealed record PendingApproval(Approval Approval, string? Conversation, string CallKey);
