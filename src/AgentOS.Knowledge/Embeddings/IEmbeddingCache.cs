namespace AgentOS.Knowledge.Embeddings;

/// <summary>Keeps vectors by what they were made of.</summary>
internal interface IEmbeddingCache
{
    /// <summary>A vector; <see langword="null"/> when it is not kept.</summary>
    float[]? Find(EmbeddingKey key);

    /// <summary>Keeps vectors; one that is kept already stays.</summary>
    void Add(IReadOnlyList<KeyValuePair<EmbeddingKey, ReadOnlyMemory<float>>> vectors);
}
