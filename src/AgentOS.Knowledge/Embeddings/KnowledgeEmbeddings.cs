using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>Puts together what stands between a provider of embeddings and those who need them.</summary>
public static class KnowledgeEmbeddings
{
    /// <summary>A generator that asks in batches, asks again, and asks only for what is not kept.</summary>
    /// <param name="provider">The provider; its metadata must say its model and how many numbers its vectors have.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">The clock of waits.</param>
    /// <param name="logger">Told when the provider is asked again, and when vectors could not be kept.</param>
    public static IEmbeddingGenerator<string, Embedding<float>> Over(IEmbeddingGenerator<string, Embedding<float>> provider, EmbeddingOptions options, TimeProvider time, ILogger logger)
    {
        var batched = new BatchedEmbeddings(provider, options, time, logger);
        return new CachedEmbeddings(batched, options.Folder is { } folder ? new EmbeddingFiles(folder, EmbeddingSpace.Of(provider), logger) : new QuestionMemory());
    }
}
