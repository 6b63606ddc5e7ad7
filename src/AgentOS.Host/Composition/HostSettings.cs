using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Models.Settings;

namespace AgentOS.Host.Composition;

/// <summary>What this copy of AgentOS is told from outside: the environment first, then <c>agentos.json</c>, then defaults.</summary>
internal sealed record HostSettings
{
    /// <summary>The project's folder: agents/, prompts/ and node_modules/ are there.</summary>
    public required string Root { get; init; }

    /// <summary>Where this copy keeps its things.</summary>
    public required string Home { get; init; }

    /// <summary>A PostgreSQL to use; <see langword="null"/> for the private one.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Who thinks, and how to reach them.</summary>
    public ModelsOptions Models { get; init; } = new();

    /// <summary>Which embeddings documents and questions get, if any.</summary>
    public EmbeddingsOptions Embeddings { get; init; } = new();

    /// <summary>The Qdrant that holds the index of documents; without an address the embedded one does.</summary>
    public QdrantOptions Qdrant { get; init; } = new();

    /// <summary>Whether the first start fills the demo company's data in.</summary>
    public bool Seed { get; init; } = true;

    /// <summary>Whether what people say is remembered for them, to be found in later conversations.</summary>
    public bool Memory { get; init; } = true;

    /// <summary>Host names, besides loopback, that the server answers to.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>MCP servers that lend their tools.</summary>
    public IReadOnlyDictionary<string, LentServer> McpServers { get; init; } = new Dictionary<string, LentServer>();
}

/// <summary>An MCP server that lends its tools to agents.</summary>
/// <param name="Command">The program to start, for a server on stdio.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Env">Environment variables for it, besides the ordinary ones.</param>
/// <param name="Url">The address, for a server on streamable HTTP.</param>
/// <param name="Headers">Headers to send there, such as Authorization.</param>
/// <param name="Agents">The agents that may use it; the entry agent when left out.</param>
internal sealed record LentServer(
    string? Command = null,
    IReadOnlyList<string>? Args = null,
    IReadOnlyDictionary<string, string>? Env = null,
    string? Url = null,
    IReadOnlyDictionary<string, string>? Headers = null,
    IReadOnlyList<string>? Agents = null);

/// <summary>A setting cannot be used; the message names it.</summary>
internal sealed class SettingsException(string message) : Exception(message);
