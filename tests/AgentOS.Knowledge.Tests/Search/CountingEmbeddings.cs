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
