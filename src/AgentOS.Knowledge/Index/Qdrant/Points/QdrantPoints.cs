using System.Runtime.CompilerServices;
using System.Text.Json;
using AgentOS.Knowledge.Index.Qdrant.Http;
using AgentOS.Knowledge.Index.Qdrant.Statistics;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Points;

/// <summary>The points of a collection. What reads, counts or deletes takes a <see cref="TenantFilter"/>, so that nothing can be asked without a tenant.</summary>
internal sealed class QdrantPoints(QdrantConnection connection, QdrantOptions options)
{
    // A tenant's different words; above this the rarest are left out, and weigh as if they were new.
    private const int MostWords = 2_000_000;
    private const int ScrollPage = 256;

    /// <summary>Writes points, as many requests as their bytes need, one after another.</summary>
    public async ValueTask UpsertAsync(string collection, IEnumerable<Point> points, CancellationToken cancel)
    {
        foreach (var body in PointBatches.Of(points, options.BatchBytes))
            Check(await connection.WriteAsync(HttpMethod.Put, $"collections/{collection}/points?wait=true&ordering=medium", body, QdrantJson.Default.Updated, cancel).ConfigureAwait(false));
    }

    public async ValueTask DeleteAsync(string collection, TenantFilter filter, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new FilterSelector(filter.Wire), QdrantJson.Default.FilterSelector);
        Check(await connection.WriteAsync(HttpMethod.Post, $"collections/{collection}/points/delete?wait=true&ordering=medium", body, QdrantJson.Default.Updated, cancel).ConfigureAwait(false));
    }

    /// <summary>
    /// Finds points by words, by a vector, or by both; best first. Of both the server fuses the lists and gives all that either has; beside it comes the vector's list
    /// alone, as the ranks in it cannot be read from the fused scores.
    /// </summary>
    public async ValueTask<FoundPoints> QueryAsync(string collection, TenantFilter filter, PointsQuery query, CancellationToken cancel)
    {
        var requests = query.Requests(filter.Wire);
        if (requests.Count == 0) return new FoundPoints([], []);
        var body = JsonSerializer.SerializeToUtf8Bytes(new QueryRequestBatch(requests), QdrantJson.Default.QueryRequestBatch);
        var found = await connection.AskAsync(HttpMethod.Post, $"collections/{collection}/points/query/batch", body, QdrantJson.Default.Queried, cancel).ConfigureAwait(false);
        return found.Count == requests.Count
            ? new FoundPoints([.. found[0].Points.Where(static point => point.Payload is not null)], [.. (query.Vector.IsEmpty ? [] : found[^1].Points).Select(static point => point.Id)])
            : throw new QdrantException(QdrantFailure.Strange, $"Qdrant gave {found.Count} answers to {requests.Count} queries.");
    }

    /// <summary>All points that fit, in the order of their ids, page by page.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Record>> PagesAsync(string collection, TenantFilter filter, PayloadSelector? payload, [EnumeratorCancellation] CancellationToken cancel)
    {
        for (Guid? offset = null; ;)
        {
            var request = new ScrollRequest(filter.Wire, ScrollPage) { Offset = offset, WithPayload = payload };
            var body = JsonSerializer.SerializeToUtf8Bytes(request, QdrantJson.Default.ScrollRequest);
            var page = await connection.WriteAsync(HttpMethod.Post, $"collections/{collection}/points/scroll", body, QdrantJson.Default.Scrolled, cancel).ConfigureAwait(false);
            if (page.Points.Count > 0) yield return page.Points;
            if (page.NextPageOffset is not { } next) yield break;
            offset = next;
        }
    }

    /// <summary>Where a tenant's changes stand; 0 when nothing was written.</summary>
    public async ValueTask<long> PositionAsync(string collection, Guid tenant, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new ScrollRequest(TenantFilter.Position(tenant).Wire, 1), QdrantJson.Default.ScrollRequest);
        var found = await connection.AskAsync(HttpMethod.Post, $"collections/{collection}/points/scroll", body, QdrantJson.Default.Scrolled, cancel).ConfigureAwait(false);
        return found.Points is [{ Payload.Position: { } position }] ? position : 0;
    }

    public ValueTask SetPositionAsync(string collection, Guid tenant, long position, CancellationToken cancel) =>
        UpsertAsync(collection, [new Point(PointId.OfPosition(tenant), new PointVectors(), new PassagePayload { Tenant = tenant, Position = position })], cancel);

    /// <summary>Counts the passages and terms that a filter lets see.</summary>
    public async ValueTask<TenantVocabulary> VocabularyAsync(string collection, TenantFilter filter, CancellationToken cancel)
    {
        var lengths = await FacetAsync(collection, "length", filter, MostWords, cancel).ConfigureAwait(false);
        if (lengths.Count == 0) return new TenantVocabulary([], 0, 0);
        var terms = await FacetAsync(collection, "terms", filter, MostWords, cancel).ConfigureAwait(false);
        return new TenantVocabulary(
            terms.Select(static hit => KeyValuePair.Create(hit.Value.GetString()!, hit.Count)),
            lengths.Sum(static hit => hit.Count),
            lengths.Sum(static hit => hit.Value.GetInt64() * hit.Count));
    }

    /// <summary>The tenants that have written anything. Only what makes a collection anew asks for them all.</summary>
    public async ValueTask<IReadOnlyList<Guid>> TenantsAsync(string collection, CancellationToken cancel) =>
        [.. (await FacetAsync(collection, "tenant", null, MostWords, cancel).ConfigureAwait(false)).Select(static hit => hit.Value.GetGuid())];

    private async ValueTask<IReadOnlyList<FacetValueHit>> FacetAsync(string collection, string key, TenantFilter? filter, int limit, CancellationToken cancel)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new FacetRequest(key, filter?.Wire, limit), QdrantJson.Default.FacetRequest);
        // Counting a large tenant takes longer than a search; it is done once, and kept.
        return (await connection.WriteAsync(HttpMethod.Post, $"collections/{collection}/facet", body, QdrantJson.Default.Faceted, cancel).ConfigureAwait(false)).Hits;
    }

    private static void Check(UpdateResult result)
    {
        if (result.Status != "completed") throw new QdrantException(QdrantFailure.TimedOut, $"Qdrant has taken a writing in but not worked it yet ({result.Status}).");
    }
}
