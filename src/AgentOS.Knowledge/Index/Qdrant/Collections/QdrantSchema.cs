using System.Security.Cryptography;
using System.Text;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Collections;

/// <summary>How our collection is laid out.</summary>
/// <param name="Alias">The name that searches go by.</param>
/// <param name="Analysis">The fingerprint of the text analysis.</param>
/// <param name="Space">The embeddings that passages have; <see langword="null"/> for none.</param>
internal sealed record QdrantSchema(string Alias, string Analysis, EmbeddingSpace? Space)
{
    /// <summary>Grows when points are laid out otherwise.</summary>
    private const int Version = 1;

    /// <summary>What is filtered and counted by. A tenant's points lie together, so that a search reads no others'.</summary>
    public static readonly IReadOnlyList<CreateFieldIndex> Indexes =
    [
        new("tenant", new FieldSchema("keyword") { IsTenant = true }),
        .. new[] { "collection", "labels", "language", "owner", "document", "terms" }.Select(static field => new CreateFieldIndex(field, new FieldSchema("keyword"))),
        .. new[] { "valid_from", "valid_until" }.Select(static field => new CreateFieldIndex(field, new FieldSchema("integer") { Lookup = false, Range = true })),
        new("length", new FieldSchema("integer") { Lookup = true, Range = false }),
    ];

    /// <summary>The collection's own name: vectors and words of different making never meet in one.</summary>
    public string Name => $"{Alias}-v{Version}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Analysis}\n{Space?.Model}\n{Space?.Dimensions}")).AsSpan(0, 5))}";

    public CreateCollection Collection => new(
        Space is { } space ? new Dictionary<string, VectorParams> { ["text"] = new(space.Dimensions, "Cosine") } : [],
        new Dictionary<string, SparseVectorParams> { ["words"] = new() });
}
