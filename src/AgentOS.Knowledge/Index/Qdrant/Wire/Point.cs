namespace AgentOS.Knowledge.Index.Qdrant.Wire;

internal sealed record Point(Guid Id, PointVectors Vector, PassagePayload Payload);

/// <summary>The named vectors; a point may lack either.</summary>
internal sealed record PointVectors
{
    /// <summary>The passage's embedding.</summary>
    public ReadOnlyMemory<float>? Text { get; init; }

    /// <summary>The passage's words with their weights.</summary>
    public SparseVector? Words { get; init; }
}

internal sealed record SparseVector(IReadOnlyList<uint> Indices, IReadOnlyList<float> Values);

internal sealed record FilterSelector(Filter Filter);
