using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>What points are looked for by.</summary>
/// <param name="Words">Words with weights; <see langword="null"/> for none.</param>
/// <param name="Vector">A vector; empty for none.</param>
/// <param name="Depth">How many either of them finds.</param>
internal sealed record PointsQuery(SparseVector? Words, ReadOnlyMemory<float> Vector, int Depth)
{
    // Reciprocal rank fusion with the k of Cormack, Clarke and Büttcher (2009): they count ranks from 1, Qdrant from 0.
    private const int FusionK = 61;

    private static readonly PayloadSelector Shown = new(Exclude: ["terms"]);

    /// <summary>The queries: the first tells payloads, and the last is by the vector where there is one.</summary>
    public IReadOnlyList<QueryRequest> Requests(Filter filter)
    {
        var byWords = Words is null ? null : new QueryRequest { Query = new QueryInput(Sparse: Words), Using = "words", Filter = filter, Limit = Depth };
        var byVector = Vector.IsEmpty ? null : new QueryRequest { Query = new QueryInput(Vector), Using = "text", Filter = filter, Limit = Depth };
        if (byWords is null || byVector is null) return (byWords ?? byVector) is { } one ? [one with { WithPayload = Shown }] : [];
        var fused = new QueryRequest
        {
            Prefetch = [Inner(byVector), Inner(byWords)],
            Query = new QueryInput(Fusion: new RrfQuery(new Rrf(FusionK))),
            Filter = filter,
            Limit = 2 * Depth,
            WithPayload = Shown,
        };
        return [fused, byVector];
    }

    private static Prefetch Inner(QueryRequest query) => new() { Query = query.Query, Using = query.Using, Filter = query.Filter, Limit = query.Limit };
}

/// <summary>What was found.</summary>
/// <param name="Points">Points with what they carry.</param>
/// <param name="ByVector">The points that the vector found, best first.</param>
internal sealed record FoundPoints(IReadOnlyList<ScoredPoint> Points, IReadOnlyList<Guid> ByVector);
