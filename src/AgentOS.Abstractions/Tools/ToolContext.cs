using AgentOS.Identity;

namespace AgentOS.Tools;

/// <summary>What a tool may know about the call it serves.</summary>
/// <param name="Principal">The person on whose behalf the tool runs; never chosen by a model.</param>
/// <param name="Now">The instant of the call, UTC.</param>
/// <param name="ConversationId">The conversation the call came from, or <see langword="null"/> for a direct call.</param>
/// <param name="CallKey">The runtime's own key of this call; the same key never takes effect twice.</param>
public sealed record ToolContext(Principal Principal, DateTimeOffset Now, string? ConversationId, string CallKey)
{
    /// <summary>Today's date in the tenant's time zone.</summary>
    public DateOnly Today => Principal.Tenant.DateOf(Now);

    /// <summary>The inverse that the tool declared for itself, if it did; otherwise undo restores the rows that changed.</summary>
    public ToolInverse? Inverse { get; private set; }

    /// <summary>Declares the call that takes this one back, for effects that restoring rows would not undo.</summary>
    /// <param name="tool">Name of the inverse tool.</param>
    /// <param name="input">Its input record.</param>
    public void UndoWith(string tool, object input) => Inverse = new ToolInverse(tool, input);
}

/// <summary>A call that takes another one back.</summary>
/// <param name="Tool">Name of the inverse tool.</param>
/// <param name="Input">Its input record.</param>
public sealed record ToolInverse(string Tool, object Input);
