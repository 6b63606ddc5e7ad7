namespace AgentOS.Knowledge.Embeddings;

/// <summary>What vectors can be compared with each other: those of one model, with so many numbers each.</summary>
/// <param name="Model">The model's name, such as <c>text-embedding-3-small</c>.</param>
/// <param name="Dimensions">How many numbers a vector has.</param>
public sealed record EmbeddingSpace(string Model, int Dimensions);
