using System.Collections.Concurrent;
using AgentOS.Identity;
using AgentOS.Turns;

namespace AgentOS.Runtime.Turns;

/// <summary>Open conversations. What is not here is read from the journal.</summary>
internal sealed class ConversationCache(IJournal journal)
{
    /// <summary>Turns of history that a model is given.</summary>
    public const int HistoryTurns = 20;

    private const int Capacity = 20_000;
    private readonly ConcurrentDictionary<(Guid Tenant, string Id), Conversation> open = new();

    public Conversation Get(Guid tenant, string id)
    {
        if (open.TryGetValue((tenant, id), out var known)) return known;
        if (journal.Keeps && open.Count >= Capacity) Shrink();
        return open.GetOrAdd((tenant, id), static key => new Conversation(key.Id));
    }

    /// <summary>Whether it is still the one that others are given.</summary>
    public bool Holds(Guid tenant, Conversation conversation) => open.TryGetValue((tenant, conversation.Id), out var held) && held == conversation;

    public async ValueTask LoadAsync(Conversation conversation, Principal principal, CancellationToken cancel)
    {
        if (conversation.Loaded) return;
        if (journal.Keeps)
        {
            ConversationReplay.Apply(conversation, principal, await journal.ReadAsync(principal, conversation.Id, HistoryTurns, cancel));
            conversation.Trim(HistoryTurns);
        }

        conversation.Loaded = true;
    }

    public void Forget(Guid tenant, Conversation conversation)
    {
        if (journal.Keeps) open.TryRemove(new((tenant, conversation.Id), conversation));
    }

    /// <summary>Lets go of a part of the idle ones; they can be read again.</summary>
    private void Shrink()
    {
        foreach (var (key, conversation) in open.Take(Capacity / 10))
        {
            if (conversation.Gate.CurrentCount == 1) open.TryRemove(key, out _);
        }
    }
}
