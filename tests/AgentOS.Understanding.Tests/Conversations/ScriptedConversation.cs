using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Understanding.Tests.Conversations;

/// <summary>A conversation as somebody wrote it down: what a person says, and what must come of it.</summary>
/// <param name="Folder"><c>english</c>, <c>arabic</c> or <c>mixed</c>.</param>
/// <param name="Kind">What it shows, which is its file's name.</param>
/// <param name="Name">Its own name.</param>
/// <param name="Fails">Why it cannot pass yet; <see langword="null"/> for one that must.</param>
/// <param name="Lines">What is said, in order.</param>
internal sealed record ScriptedConversation(string Folder, string Kind, string Name, string? Fails, IReadOnlyList<ScriptedLine> Lines)
{
    public string Title => $"{Folder}/{Kind}: {Name}";
}

/// <summary>One message of the person, and what is expected of the turn.</summary>
internal sealed record ScriptedLine(string Say)
{
    /// <summary>Calls that the model makes, in order; none when empty.</summary>
    public IReadOnlyList<ScriptedCall> Calls { get; init; } = [];

    /// <summary>The call that this line's words approve.</summary>
    public ScriptedCall? Approves { get; init; }

    /// <summary>Path of the argument that the reply asks for.</summary>
    public string? Asks { get; init; }

    /// <summary>Labels of the records that the reply offers, in order.</summary>
    public IReadOnlyList<string>? Offers { get; init; }

    /// <summary>Names of reply templates, or regular expressions, each of which the reply must fit.</summary>
    public IReadOnlyList<string> Says { get; init; } = [];

    /// <summary>Regular expressions that the reply must not fit.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>The reply's language; <see langword="null"/> for the language of the words.</summary>
    public string? Language { get; init; }
}

/// <summary>A call, and what the tool answers.</summary>
/// <param name="Tool">The tool's dotted name.</param>
/// <param name="With">Its arguments, records by the words that were said or by their label; <see langword="null"/> when they do not matter.</param>
internal sealed record ScriptedCall(string Tool, JsonObject? With)
{
    /// <summary>What is said of the outcome; <see langword="null"/> for the tool's name.</summary>
    public string? Said { get; init; }

    /// <summary>Records that the outcome speaks of.</summary>
    public IReadOnlyList<Mention> Shows { get; init; } = [];

    /// <summary>Why the tool refuses.</summary>
    public ToolError? Error { get; init; }
}
