using System.Collections.Concurrent;
using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Tests.Embeddings;

/// <summary>A provider of embeddings that notes what it is asked; a text's vector follows from its letters.</summary>
internal sealed class CountingProvider(int dimensions = 3) : IEmbeddingGenerator<string, Embedding<float>>
{
    private int atOnce;

    public ConcurrentQueue<string[]> Asked { get; } = new();

    public int MostAtOnce { get; private set; }

    public Func<string[], CancellationToken, Task>? Before { get; set; }

    public int? Gives { get; set; }

    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        string[] texts = [.. values];
        Asked.Enqueue(texts);
        lock (Asked) MostAtOnce = Math.Max(MostAtOnce, ++atOnce);
        try
        {
            if (Before is { } before) await before(texts, cancellationToken);
            return new(texts.Select(text => new Embedding<float>(VectorOf(text))));
        }
        finally
        {
            lock (Asked) atOnce--;
        }
    }

    public float[] VectorOf(string text) => [.. Enumerable.Range(0, Gives ?? dimensions).Select(i => text.Sum(static c => c) + (float)i)];

    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("counting", null, "counting-1", dimensions) : null;

    public void Dispose()
    {
    }
}
