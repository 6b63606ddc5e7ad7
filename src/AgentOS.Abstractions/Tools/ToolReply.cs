using System.Text.Json;
using AgentOS.Data;
using AgentOS.Turns;

namespace AgentOS.Tools;

/// <summary>
/// What a tool call came to, on every surface. A model sees it as JSON (<see cref="ToJson"/>):
/// <c>{"view":"LeadView","data":{…},"said":"…"}</c>, <c>{"error":{"code":"…","message":"…",…}}</c>
/// or <c>{"approval":{"id":"…","summary":"…"}}</c>.
/// </summary>
public sealed record ToolReply
{
    /// <summary>The view's type name, when the call succeeded.</summary>
    public string? View { get; init; }

    /// <summary>The view, when the call succeeded.</summary>
    public JsonElement? Data { get; init; }

    /// <summary>The view or the error in the person's language.</summary>
    public string? Said { get; init; }

    /// <summary>Why it did not succeed.</summary>
    public ToolError? Error { get; init; }

    /// <summary>The approval it waits for.</summary>
    public Approval? Approval { get; init; }

    /// <summary>Records the view speaks of.</summary>
    public IReadOnlyList<Mention> Mentions { get; init; } = [];

    /// <summary>Rows that the call changed; empty for a read.</summary>
    public IReadOnlyList<RowChange> Changes { get; init; } = [];

    /// <summary>Whether the tool ran and its effects are committed.</summary>
    public bool Succeeded => Error is null && Approval is null;

    /// <summary>Whether the same call had taken effect before, and this is that call's outcome.</summary>
    public bool Repeated { get; init; }

    /// <summary>A refusal.</summary>
    public static ToolReply Failed(ToolError error, string? said = null) => new() { Error = error, Said = said };

    /// <summary>The JSON that a model is given.</summary>
    public JsonElement ToJson() => ToolReplyJson.Write(this);

    /// <summary>Reads what <see cref="ToJson"/> wrote, or takes the object itself; <see langword="null"/> for anything else.</summary>
    public static ToolReply? From(object? result) => result as ToolReply ?? ToolReplyJson.Read(result);
}

/// <summary>Why a call did not succeed.</summary>
/// <param name="Code">Stable snake_case code: <c>invalid_arguments</c>, <c>missing_argument</c>, <c>not_found</c>, <c>ambiguous</c>, <c>forbidden</c>, <c>timeout</c>, <c>unknown_outcome</c>, <c>internal</c>, or a rule's own.</param>
/// <param name="Message">English sentence for a model; says what to do next.</param>
/// <param name="Argument">The argument at fault.</param>
/// <param name="Choices">At most three records that may be meant, when several fit.</param>
public sealed record ToolError(string Code, string Message, string? Argument = null, IReadOnlyList<Mention>? Choices = null);
