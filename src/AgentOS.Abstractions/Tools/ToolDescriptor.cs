using System.Text.Json;

namespace AgentOS.Tools;

/// <summary>All that is known about a tool without running it.</summary>
public sealed record ToolDescriptor
{
    /// <summary>Stable dotted name, such as <c>leads.qualify</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One or two sentences for a model or a person.</summary>
    public required string Description { get; init; }

    /// <summary>What running it does.</summary>
    public required Effect Effect { get; init; }

    /// <summary>The permission it needs.</summary>
    public required string Permission { get; init; }

    /// <summary>Whether a person must approve each call. Always so for irreversible ones.</summary>
    public required bool Confirm { get; init; }

    /// <summary>Whether its outcome quotes what others wrote; see <see cref="QuotesOthersAttribute"/>.</summary>
    public bool QuotesOthers { get; init; }

    /// <summary>Longest run before the call is given up.</summary>
    public required TimeSpan Deadline { get; init; }

    /// <summary>Method and route in the REST interface, or <see langword="null"/> for a tool without one.</summary>
    public string? Route { get; init; }

    /// <summary>The class that implements it.</summary>
    public required Type ToolType { get; init; }

    /// <summary>Its input record.</summary>
    public required Type InputType { get; init; }

    /// <summary>Its view.</summary>
    public required Type ViewType { get; init; }

    /// <summary>JSON schema of the input (an object; no additional properties).</summary>
    public required JsonElement InputSchema { get; init; }

    /// <summary>Each top-level argument that is a reference, with its entity's name (<c>customer</c> → <c>Customer</c>).</summary>
    public required IReadOnlyDictionary<string, string> References { get; init; }

    /// <summary>Utterances that ask for this tool, in every language.</summary>
    public required IReadOnlyList<ToolExample> Examples { get; init; }

    /// <summary>Deserialises an input from JSON, creates the tool from services, runs it. Compiled once; no reflection per call.</summary>
    public required IToolInvoker Invoker { get; init; }

    /// <summary>The name as models and MCP clients see it, where dots are not allowed: <c>leads_qualify</c>.</summary>
    public string FunctionName => field ??= Name.Replace('.', '_');
}

/// <summary>An utterance that asks for a tool.</summary>
/// <param name="Language"><c>en</c> or <c>ar</c>.</param>
/// <param name="Text">
/// The utterance, with arguments marked in Markdown-link form: <c>move the [Globex](opportunity) deal to [negotiation](stage)</c>.
/// A name in parentheses is a property of the input (<c>lines.product</c> for a property of a list's item), optionally
/// with the value the text stands for: <c>[the last stage](stage=negotiation)</c>.
/// </param>
public sealed record ToolExample(string Language, string Text);

/// <summary>The typed half of a tool, behind an untyped face.</summary>
public interface IToolInvoker
{
    /// <summary>Deserialises an input.</summary>
    /// <exception cref="JsonException">The JSON does not fit the input record.</exception>
    object Bind(JsonElement arguments);

    /// <summary>Creates the tool from <paramref name="services"/> and runs it.</summary>
    ValueTask<object> RunAsync(IServiceProvider services, object input, ToolContext context, CancellationToken cancel);

    /// <summary>Serialises a view.</summary>
    JsonElement Serialize(object view);
}

/// <summary>Every tool there is, by name.</summary>
public interface IToolCatalog
{
    /// <summary>All tools, in name order.</summary>
    IReadOnlyList<ToolDescriptor> All { get; }

    /// <summary>Finds a tool by its dotted or function name; <see langword="null"/> when there is none.</summary>
    ToolDescriptor? Find(string name);
}
