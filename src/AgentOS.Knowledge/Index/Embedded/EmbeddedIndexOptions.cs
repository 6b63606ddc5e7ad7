namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>How the embedded index works.</summary>
internal sealed record EmbeddedIndexOptions
{
    /// <summary>The folder it keeps its files in, one folder a tenant.</summary>
    public required string Folder { get; init; }

    /// <summary>The first stage's formula.</summary>
    public Bm25 Formula { get; init; } = Bm25.Usual;

    /// <summary>What the vectors come from, such as a model's name: an index with vectors of another origin is made anew. Empty where there are none.</summary>
    public string Vectors { get; init; } = "";
}
