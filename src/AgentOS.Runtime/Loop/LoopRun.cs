using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>One run of the loop: what it starts from, and what it has used and done so far.</summary>
internal sealed class LoopRun(IChatClient model, List<ChatMessage> messages, ChatOptions options, ILoopSurroundings surroundings)
{
    public IChatClient Model { get; set; } = model;

    /// <summary>The conversation; the run appends to it. Every call in it has exactly one result, save those that await approval.</summary>
    public List<ChatMessage> Messages { get; } = messages;

    /// <summary>Options of the next request; another agent's after a hand-off.</summary>
    public ChatOptions Options { get; set; } = options;

    public ILoopSurroundings Surroundings { get; } = surroundings;

    /// <summary>The language of what the loop itself has to say.</summary>
    public string Language { get; init; } = AgentOS.Language.English;

    /// <summary>Writes that succeeded in earlier turns of the conversation, by fingerprint.</summary>
    public IReadOnlySet<string>? EarlierWrites { get; init; }

    /// <summary>What was used before, when the run goes on after an approval; the limits count it, <see cref="Usage"/> does not.</summary>
    public TurnUsage Carried { get; init; }

    /// <summary>Writes that succeeded in this run.</summary>
    public Dictionary<string, CallOutcome> Writes => field ??= new(StringComparer.Ordinal);

    public bool HasWrites { get; set; }

    /// <summary>What identical reads last brought.</summary>
    public Dictionary<string, string> Reads => field ??= new(StringComparer.Ordinal);

    /// <summary>Messages the run has added start here.</summary>
    public int Start { get; } = messages.Count;

    public int Steps { get; set; }

    public int ToolCalls { get; set; }

    public int FruitlessSteps { get; set; }

    public long InputTokens { get; set; }

    public long OutputTokens { get; set; }

    public decimal Cost { get; set; }

    public TurnUsage Usage => new(Steps, ToolCalls, InputTokens, OutputTokens, Cost);
}

/// <summary>How a run ended.</summary>
/// <param name="Text">The last words; empty only when an approval is awaited.</param>
/// <param name="Reason">Why it ended.</param>
internal sealed record LoopOutcome(string Text, TurnEnd Reason);
