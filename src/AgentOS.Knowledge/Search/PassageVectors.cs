using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Search;

/// <summary>Vectors of passages and questions, where embeddings are configured; without, there are none and nothing fails.</summary>
internal sealed class PassageVectors(IEmbeddingGenerator<string, Embedding<float>>? generator)
{
    private static readonly Dictionary<Guid, ReadOnlyMemory<float>> None = [];

    public bool Configured => generator is not null;

    /// <summary>The question's vector; empty where no embeddings are configured.</summary>
    public async ValueTask<ReadOnlyMemory<float>> OfAsync(string question, CancellationToken cancel) =>
        generator is null || string.IsNullOrWhiteSpace(question) ? default : (await generator.GenerateAsync([question], null, cancel))[0].Vector;

    /// <summary>A vector for each passage of a batch of changes.</summary>
    public async ValueTask<IReadOnlyDictionary<Guid, ReadOnlyMemory<float>>> OfAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancel)
    {
        if (generator is null) return None;
        var passages = changes.SelectMany(c => c.Passages.Select(p => (Passage: p, Text: Text(c.Document!, p)))).ToList();
        if (passages.Count == 0) return None;
        var vectors = await generator.GenerateAsync(passages.Select(p => p.Text), null, cancel);
        return passages.Zip(vectors, (p, v) => (p.Passage.Id, v.Vector)).ToDictionary(p => p.Id, p => p.Vector);
    }

    /// <summary>A passage seldom repeats what its headings say.</summary>
    private static string Text(DocumentInfo document, Passage passage) => string.Join('\n', [document.Title, .. passage.Headings, passage.Text]);
}
