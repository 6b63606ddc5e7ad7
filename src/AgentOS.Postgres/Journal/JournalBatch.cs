using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Postgres.Journal;

/// <summary>Entries of many conversations that become durable with one commit.</summary>
internal sealed class JournalBatch
{
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The entries by tenant, in the order they came.</summary>
    public Dictionary<Guid, List<QueuedEntry>> Tenants { get; } = [];

    public HashSet<(Guid Tenant, string Id)> Conversations { get; } = [];

    public bool IsEmpty => Tenants.Count == 0;

    /// <summary>Completes when the batch has been dealt with, whether well or badly.</summary>
    public Task Written => written.Task;

    public void Add(Principal principal, JournalEntry entry)
    {
        if (!Tenants.TryGetValue(principal.Tenant.Id, out var entries)) Tenants[principal.Tenant.Id] = entries = [];
        Conversations.Add((principal.Tenant.Id, entry.Conversation));
        entries.Add(new QueuedEntry(entry, principal.UserId));
    }

    public void Complete() => written.SetResult();
}
