using System.Text.Json.Serialization;

namespace AgentOS.Knowledge.Index.Qdrant.Wire;

/// <summary>Either a query by one vector, or several of them as prefetches whose lists are fused.</summary>
internal sealed record QueryRequest : Prefetch
{
    public IReadOnlyList<Prefetch>? Prefetch { get; init; }

    public PayloadSelector? WithPayload { get; init; }
}

internal sealed record QueryRequestBatch(IReadOnlyList<QueryRequest> Searches);

internal record Prefetch
{
    public required QueryInput Query { get; init; }

    public string? Using { get; init; }

    public required Filter Filter { get; init; }

    public required int Limit { get; init; }
}

/// <summary>What is looked for: one of a dense vector, a sparse one, or the fusion of the prefetches.</summary>
[JsonConverter(typeof(QueryInputConverter))]
internal sealed record QueryInput(ReadOnlyMemory<float> Dense = default, SparseVector? Sparse = null, RrfQuery? Fusion = null);

/// <summary>Reciprocal rank fusion: each list gives 1/(k + rank), ranks counted from 0.</summary>
internal sealed record RrfQuery(Rrf Rrf);

internal sealed record Rrf(int K);

internal sealed record PayloadSelector(IReadOnlyList<string>? Include = null, IReadOnlyList<string>? Exclude = null);

internal sealed record ScrollRequest(Filter Filter, int Limit)
{
    public Guid? Offset { get; init; }

    public PayloadSelector? WithPayload { get; init; }
}

internal sealed record FacetRequest(string Key, Filter? Filter, int Limit);
