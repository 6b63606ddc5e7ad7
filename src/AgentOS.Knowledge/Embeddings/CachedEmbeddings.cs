using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>
/// Asks only for what has not been embedded before. Texts of documents are kept by the cache; a question, which comes alone, is remembered by this process only: what people
/// ask is not written down here.
/// </summary>
internal sealed class CachedEmbeddings(IEmbeddingGenerator<string, Embedding<float>> inner, IEmbeddingCache cache) : DelegatingEmbeddingGenerator<string, Embedding<float>>(inner)
{
    private readonly EmbeddingSpace space = EmbeddingSpace.Of(inner);
    private readonly QuestionMemory questions = new();

    public override async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        IEmbeddingCache kept = texts.Length == 1 ? questions : cache;
        EmbeddingKey[] keys = [.. texts.Select(text => EmbeddingKey.Of(space, text))];
        var vectors = new Dictionary<EmbeddingKey, ReadOnlyMemory<float>>();
        var missing = new Dictionary<EmbeddingKey, string>();
        for (var i = 0; i < keys.Length; i++)
        {
            if ((kept.Find(keys[i]) ?? cache.Find(keys[i])) is { } found) vectors[keys[i]] = found;
            else missing.TryAdd(keys[i], texts[i]);
        }

        if (missing.Count > 0)
        {
            var made = await base.GenerateAsync(missing.Values, options, cancellationToken).ConfigureAwait(false);
            var added = missing.Keys.Zip(made, static (key, embedding) => KeyValuePair.Create(key, embedding.Vector)).ToArray();
            kept.Add(added);
            foreach (var (key, vector) in added) vectors[key] = vector;
        }

        return new(keys.Select(key => new Embedding<float>(vectors[key]) { ModelId = space.Model }));
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing) (cache as IDisposable)?.Dispose();
        base.Dispose(disposing);
    }
}
