using System.Text.Json;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>Answers <c>/points/query</c> exactly, where Qdrant may approximate.</summary>
internal static class PointQuery
{
    private const int DefaultLimit = 10, DefaultFusionK = 2;

    public static IEnumerable<(HeldPoint Point, float Score)> Run(JsonElement request, HeldCollection collection, JsonElement? outer = null)
    {
        bool Fits(HeldPoint point) => PointFilter.Fits(point, Optional(request, "filter"), collection) && PointFilter.Fits(point, outer, collection);
        var limit = Optional(request, "limit")?.GetInt32() ?? DefaultLimit;
        var query = Optional(request, "query");
        // A filter beside prefetches holds in each of them too.
        JsonElement[] prefetches = Optional(request, "prefetch") is { } some ? some.ValueKind == JsonValueKind.Array ? [.. some.EnumerateArray()] : [some] : [];
        if (prefetches.Length > 0)
        {
            if (query is not { ValueKind: JsonValueKind.Object } fusion || FusionK(fusion) is not { } k) throw Refusal.Malformed("query: the stand-in fuses prefetches only");
            return Fuse([.. prefetches.Select(prefetch => Run(prefetch, collection, Optional(request, "filter")).ToArray())], k).Take(limit);
        }

        return query is { } nearest ? Nearest(nearest, Optional(request, "using")?.GetString() ?? "", collection, Fits).Take(limit) : throw Refusal.Malformed("query: the stand-in wants one");
    }

    private static IEnumerable<(HeldPoint Point, float Score)> Nearest(JsonElement query, string name, HeldCollection collection, Func<HeldPoint, bool> fits)
    {
        if (query.ValueKind == JsonValueKind.Object && query.TryGetProperty("nearest", out var inner)) query = inner;
        IEnumerable<(HeldPoint Point, float? Score)> scored;
        if (collection.IsSparse(name))
        {
            var words = SparseVectors.Read(query);
            scored = collection.Points.Where(fits).Where(point => point.Sparse.ContainsKey(name)).Select(point => (point, SparseVectors.Score(words, point.Sparse[name])));
        }
        else
        {
            var vector = DenseVectors.Read(query, collection.SizeOf(name), collection.DistanceOf(name));
            scored = collection.Points.Where(fits).Where(point => point.Dense.ContainsKey(name)).Select(point => (point, (float?)DenseVectors.Dot(vector, point.Dense[name])));
        }

        return scored.Where(static one => one.Score is not null).Select(static one => (one.Point, one.Score!.Value)).OrderByDescending(static one => one.Value).ThenBy(static one => one.Point.Id);
    }

    private static int? FusionK(JsonElement query)
    {
        if (query.TryGetProperty("rrf", out var rrf)) return Optional(rrf, "k")?.GetInt32() ?? DefaultFusionK;
        return query.TryGetProperty("fusion", out var fusion) && fusion.ValueEquals("rrf") ? DefaultFusionK : null;
    }

    // 1 / (k + position), positions from 0: as Qdrant's reciprocal_rank_fusion.rs has it.
    private static IEnumerable<(HeldPoint Point, float Score)> Fuse((HeldPoint Point, float Score)[][] lists, int k) => lists
        .SelectMany(list => list.Select((one, position) => (one.Point, Score: 1f / (k + position))))
        .GroupBy(static one => one.Point)
        .Select(static group => (Point: group.Key, Score: group.Sum(static one => one.Score)))
        .OrderByDescending(static one => one.Score).ThenBy(static one => one.Point.Id);

    private static JsonElement? Optional(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
}
