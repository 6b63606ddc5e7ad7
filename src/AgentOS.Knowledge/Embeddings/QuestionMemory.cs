using System.Collections.Concurrent;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>The last questions' vectors, in memory.</summary>
internal sealed class QuestionMemory : IEmbeddingCache
{
    private const int Most = 1000;

    private readonly ConcurrentDictionary<EmbeddingKey, float[]> vectors = new();

    public float[]? Find(EmbeddingKey key) => vectors.GetValueOrDefault(key);

    public void Add(IReadOnlyList<KeyValuePair<EmbeddingKey, ReadOnlyMemory<float>>> vectors)
    {
        if (this.vectors.Count >= Most) this.vectors.Clear();
        foreach (var (key, vector) in vectors) this.vectors.TryAdd(key, vector.ToArray());
    }
}
