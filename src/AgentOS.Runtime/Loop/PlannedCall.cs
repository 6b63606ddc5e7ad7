using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>A call of the model's after it has been looked at, and what became of it.</summary>
internal sealed class PlannedCall(FunctionCallContent content, LoopTool? tool, int index)
{
    public FunctionCallContent Content { get; } = content;

    public LoopTool? Tool { get; } = tool;

    /// <summary>Position in the model's response.</summary>
    public int Index { get; } = index;

    /// <summary>Tool and canonical arguments; equal for equal calls.</summary>
    public string Fingerprint => field ??= Content.Name + CanonicalJson.Of(Content.Arguments);

    /// <summary>The outcome, once there is one.</summary>
    public CallOutcome? Outcome { get; set; }

    /// <summary>What the model was told: the outcome's result, cut where it was too long.</summary>
    public object? Told { get; set; }

    public bool IsRead => Tool?.Effect == Effect.Read;
}

/// <summary>What became of a call.</summary>
/// <param name="Result">What the model is told.</param>
/// <param name="Succeeded">Whether the function ran and did not fail.</param>
internal sealed record CallOutcome(object? Result, bool Succeeded)
{
    /// <summary>The structured outcome, when the call went through the pipeline or was refused by the loop.</summary>
    public ToolReply? Reply => Result as ToolReply;

    /// <summary>A person must approve the call first; there is no result yet.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>The call has left the conversation (a hand-off that was the whole message), so there is nothing to answer.</summary>
    public bool Vanished { get; init; }

    /// <summary>The outcome is already in the journal.</summary>
    public bool Journaled { get; init; }

    /// <summary>A write that may or may not have taken effect.</summary>
    public bool Uncertain { get; init; }

    /// <summary>Nothing was run: it is an earlier outcome, or a refusal of the loop's own.</summary>
    public bool Replayed { get; init; }

    public static CallOutcome Refused(string code, string message, string? argument = null) =>
        new(ToolReply.Failed(new ToolError(code, message, argument)), Succeeded: false) { Replayed = true };
}
