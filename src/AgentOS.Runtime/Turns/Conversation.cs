using AgentOS.Identity;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>A conversation as it stands: all of it can be rebuilt from its journal.</summary>
internal sealed class Conversation(string id)
{
    private const int RememberedResults = 16;
    private const int WriteMemoryTurns = 8;
    private readonly Dictionary<string, int> writes = new(StringComparer.Ordinal);
    private Dictionary<string, TurnResult>? byMessageId;

    public string Id { get; } = id;

    /// <summary>Lets one turn through at a time.</summary>
    public SemaphoreSlim Gate { get; } = new(1, 1);

    public bool Loaded { get; set; }

    public List<ChatMessage> Messages { get; } = [];

    public Focus Focus { get; set; } = Focus.Empty;

    /// <summary>The agent that has the word; <see langword="null"/> for the graph's entry.</summary>
    public string? Agent { get; set; }

    public string Language { get; set; } = AgentOS.Language.English;

    /// <summary>Sequence of the last journal entry.</summary>
    public long Sequence { get; set; }

    /// <summary>Sequence of the entry with the last model message; part of its calls' keys.</summary>
    public long ModelSequence { get; set; }

    public int Turns { get; set; }

    /// <summary>The approval that is awaited.</summary>
    public AwaitedApproval? Awaited { get; set; }

    /// <summary>What the turns took that led to the awaited approval; the limits go on counting from there.</summary>
    public TurnUsage Carried { get; set; }

    /// <summary>The turn that was begun and has not ended.</summary>
    public OpenTurn? Open { get; set; }

    /// <summary>Writes of recent turns, by fingerprint.</summary>
    public IReadOnlySet<string> RecentWrites => new HashSet<string>(writes.Where(w => w.Value > Turns - WriteMemoryTurns).Select(w => w.Key), StringComparer.Ordinal);

    /// <summary>The turn in which what others wrote was last read; <see langword="null"/> when it never was.</summary>
    public int? OthersReadIn { get; set; }

    /// <summary>Whether what others wrote may still be in the history that a model is given.</summary>
    public bool HoldsOthersWords => OthersReadIn > Turns - ConversationCache.HistoryTurns;

    public bool HasWrites => writes.Count > 0;

    public void Remember(string fingerprint) => writes[fingerprint] = Turns;

    public void ForgetWrites() => writes.Clear();

    public TurnResult? ResultOf(string? messageId) =>
        messageId is not null && byMessageId is not null && byMessageId.TryGetValue(messageId, out var result) ? result : null;

    public void Keep(string? messageId, TurnResult result)
    {
        if (messageId is null) return;
        byMessageId ??= new(StringComparer.Ordinal);
        if (byMessageId.Count >= RememberedResults) byMessageId.Remove(byMessageId.Keys.First());
        byMessageId[messageId] = result;
    }

    /// <summary>Drops all but the last turns. A turn is dropped whole, so that no call loses its result.</summary>
    public void Trim(int turns)
    {
        var seen = 0;
        for (var i = Messages.Count - 1; i > 0; i--)
        {
            if (Messages[i].Role == ChatRole.User && ++seen == turns)
            {
                Messages.RemoveRange(0, i);
                return;
            }
        }
    }
}

/// <summary>An approval the conversation waits for, and the call it is about.</summary>
internal sealed record AwaitedApproval(string Id, string CallId, string Fingerprint);

/// <summary>A turn that has begun.</summary>
internal sealed record OpenTurn(Guid Id, Principal Principal, string Language, string? MessageId)
{
    /// <summary>Calls outside the database that were started and have no result.</summary>
    public HashSet<string> Started { get; } = new(StringComparer.Ordinal);

    /// <summary>The answered approval whose call has not been run yet.</summary>
    public (AwaitedApproval Approval, bool Approved)? Answered { get; set; }
}
