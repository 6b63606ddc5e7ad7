using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Turns;

/// <summary>What a surface may show while a turn is worked on.</summary>
public abstract record TurnEvent
{
    /// <summary>A piece of the reply's text.</summary>
    public sealed record Text(string Delta) : TurnEvent;

    /// <summary>A tool is being called.</summary>
    public sealed record ToolStarted(string CallId, string Tool, JsonElement Arguments) : TurnEvent;

    /// <summary>A tool call is done.</summary>
    public sealed record ToolFinished(string CallId, string Tool, bool Succeeded, string? Said, JsonElement? Data) : TurnEvent;

    /// <summary>A person must approve a call; the turn ends and waits for the answer.</summary>
    public sealed record ApprovalNeeded(Approval Approval) : TurnEvent;

    /// <summary>Another agent goes on.</summary>
    public sealed record HandedOff(string From, string To) : TurnEvent;

    /// <summary>The turn is over.</summary>
    public sealed record Ended(TurnResult Result) : TurnEvent;
}

/// <summary>A turn's outcome.</summary>
/// <param name="Turn">The turn's id.</param>
/// <param name="Reply">What to say; never empty.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>, the reply's language.</param>
/// <param name="Agent">The agent that answered.</param>
/// <param name="Reason">Why the turn ended.</param>
/// <param name="Usage">What it took.</param>
/// <param name="Approval">The approval that the turn waits for, if it does.</param>
public sealed record TurnResult(Guid Turn, string Reply, string Language, string Agent, TurnEnd Reason, TurnUsage Usage, Approval? Approval = null);

/// <summary>Why a turn ended.</summary>
public enum TurnEnd
{
    /// <summary>The agent answered.</summary>
    Answered,

    /// <summary>A person's approval is awaited.</summary>
    AwaitingApproval,

    /// <summary>A limit on steps, calls, tokens, money or time was reached.</summary>
    LimitReached,

    /// <summary>The same calls brought nothing new.</summary>
    NoProgress,

    /// <summary>The caller cancelled.</summary>
    Cancelled,

    /// <summary>No model could answer.</summary>
    Failed,
}

/// <summary>What a turn took.</summary>
/// <param name="ModelCalls">Requests to a model.</param>
/// <param name="ToolCalls">Tool calls that were run.</param>
/// <param name="InputTokens">Tokens read, as the provider counted them.</param>
/// <param name="OutputTokens">Tokens written.</param>
/// <param name="Cost">In US dollars, from the configured prices; 0 where none is configured.</param>
public readonly record struct TurnUsage(int ModelCalls, int ToolCalls, long InputTokens, long OutputTokens, decimal Cost)
{
    /// <summary>The sum.</summary>
    public TurnUsage Plus(TurnUsage other) => new(
        ModelCalls + other.ModelCalls, ToolCalls + other.ToolCalls, InputTokens + other.InputTokens, OutputTokens + other.OutputTokens, Cost + other.Cost);
}

/// <summary>A call that waits for a person's word. Bound to exactly this call, usable once.</summary>
/// <param name="Id">The approval's id.</param>
/// <param name="Tool">The tool's dotted name.</param>
/// <param name="Arguments">The exact arguments, canonical.</param>
/// <param name="Summary">What is asked, in the person's language: the read-back with prices and names.</param>
/// <param name="Changes">The rows that the call would change.</param>
/// <param name="ExpiresAt">When it can no longer be used.</param>
public sealed record Approval(string Id, string Tool, JsonElement Arguments, string Summary, IReadOnlyList<RowChange> Changes, DateTimeOffset ExpiresAt);
