using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Tests.Search;

/// <summary>A provider of embeddings that can be out of reach.</summary>
internal sealed class CountingEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    public bool Gone { get; set; }

    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default) =>
        Gone ? throw new HttpRequestException("It does not answer.") : Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(v => new Embedding<float>((float[])[v.Length, 1]))));

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
    }
}

/// <summary>A clock that a test moves.</summary>
internal sealed class MovableClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
