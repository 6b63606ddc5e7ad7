using System.Text.Json;
using AgentOS.Identity;

namespace AgentOS.Tools;

/// <summary>
/// The one way to the business: bind → validate → authorise → confirm → begin → run → events, audit, journal → commit → present.
/// </summary>
public interface IToolPipeline
{
    /// <summary>Makes a call, or says why not. Never throws for anything a caller can mend.</summary>
    ValueTask<ToolReply> CallAsync(ToolCall call, CancellationToken cancel);

    /// <summary>Answers an approval that was asked for by a direct call (one without a conversation).</summary>
    /// <exception cref="ToolException"><c>approval_unknown</c>: it is unknown, used, refused or expired.</exception>
    ValueTask<ToolReply> AnswerApprovalAsync(Principal principal, string approval, bool approved, string language, CancellationToken cancel);
}

/// <summary>A call of a tool.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Arguments">Its arguments, a JSON object.</param>
/// <param name="Principal">On whose behalf.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>: how the outcome is said.</param>
/// <param name="CallKey">Unique key of this call (an <c>Idempotency-Key</c>, or made by the runtime); the same key never takes effect twice.</param>
public sealed record ToolCall(ToolDescriptor Tool, JsonElement Arguments, Principal Principal, string Language, string CallKey)
{
    /// <summary>The conversation, when there is one.</summary>
    public string? Conversation { get; init; }

    /// <summary>What "it" and "the second one" stand for; empty outside a conversation.</summary>
    public Focus Focus { get; init; } = Focus.Empty;

    /// <summary>
    /// The approval that this call uses up, checked and consumed with its effect. Where the call would no longer do what the
    /// person was shown, it is not made, and approval is asked for anew.
    /// </summary>
    public Turns.Approval? Approval { get; init; }

    /// <summary>Journal entries to commit together with the call's writes, made from its outcome.</summary>
    public Func<ToolReply, IReadOnlyList<Turns.JournalEntry>>? Journal { get; init; }

    /// <summary>Asks for approval even of a tool that needs none (a write that repeats an earlier one).</summary>
    public bool ForceConfirm { get; init; }

    /// <summary>
    /// What of the arguments the person did not say (<c>name: value</c>), where a model makes the call after reading what others wrote: approval is asked
    /// for, and these are shown. Empty when the call has no arguments; <see langword="null"/> when nothing speaks against making it.
    /// </summary>
    public IReadOnlyList<string>? Unsaid { get; init; }
}
