using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Embeddings;

/// <summary>What vectors can be compared with each other: those of one model, with so many numbers each.</summary>
/// <param name="Model">The model's name, such as <c>text-embedding-3-small</c>.</param>
/// <param name="Dimensions">How many numbers a vector has.</param>
public sealed record EmbeddingSpace(string Model, int Dimensions)
{
    /// <summary>The space of a generator's vectors.</summary>
    /// <exception cref="ArgumentException">The generator does not say its model and how many numbers its vectors have.</exception>
    public static EmbeddingSpace Of(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(EmbeddingGeneratorMetadata)) is EmbeddingGeneratorMetadata { DefaultModelId: { } model, DefaultModelDimensions: { } dimensions }
            ? new EmbeddingSpace(model, dimensions)
            : throw new ArgumentException("A generator of embeddings must say its model and how many numbers its vectors have, in its metadata.", nameof(generator));
}
