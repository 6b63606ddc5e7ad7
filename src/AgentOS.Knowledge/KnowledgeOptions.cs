using AgentOS.Knowledge.Index.Qdrant;

namespace AgentOS.Knowledge;

/// <summary>How a tenant's knowledge is kept and searched.</summary>
public sealed record KnowledgeOptions
{
    /// <summary>Where the embedded index keeps its files. Default <c>.agentos/knowledge</c> under the current folder.</summary>
    public string Folder { get; init; } = Path.Combine(".agentos", "knowledge");

    /// <summary>The Qdrant that holds the index; without an address the embedded one does.</summary>
    public QdrantOptions Qdrant { get; init; } = new();

    /// <summary>How long a search waits for what was just added to be indexed; afterwards it answers from what is in, and says so.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
