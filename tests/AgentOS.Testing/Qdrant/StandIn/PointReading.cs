using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>What is read of a collection's points.</summary>
internal static class PointReading
{
    private const int DefaultLimit = 10;

    public static JsonNode Work(string operation, HeldCollection collection, JsonElement body) => operation switch
    {
        "query" => Query(collection, body),
        "batch" => new JsonArray([.. body.GetProperty("searches").EnumerateArray().Select(one => Query(collection, one))]),
        "scroll" => Scroll(collection, body),
        "count" => new JsonObject { ["count"] = Fitting(collection, body).Count() },
        "facet" => Facet(collection, body),
        "retrieve" => new JsonArray([.. body.GetProperty("ids").EnumerateArray().SelectMany(id => collection.Points.Where(point => point.Id == PointKey.Of(id))).Select(point => Tellings.Tell(point, body, payloadByDefault: true))]),
        _ => throw new NotSupportedException($"The stand-in does not know {operation}."),
    };

    private static JsonObject Query(HeldCollection collection, JsonElement body) =>
        new() { ["points"] = new JsonArray([.. PointQuery.Run(body, collection).Select(found => Scored(found.Point, found.Score, body))]) };

    private static JsonObject Scored(HeldPoint point, float score, JsonElement request)
    {
        var told = Tellings.Tell(point, request, payloadByDefault: false);
        told["score"] = score;
        told["version"] = point.Version;
        return told;
    }

    private static JsonObject Scroll(HeldCollection collection, JsonElement body)
    {
        var limit = body.TryGetProperty("limit", out var l) && l.ValueKind == JsonValueKind.Number ? l.GetInt32() : DefaultLimit;
        var fitting = Fitting(collection, body);
        if (body.TryGetProperty("offset", out var offset) && offset.ValueKind != JsonValueKind.Null) fitting = fitting.Where(point => point.Id.CompareTo(PointKey.Of(offset)) >= 0);
        HeldPoint[] page = [.. fitting.Take(limit + 1)];
        return new JsonObject
        {
            ["points"] = new JsonArray([.. page.Take(limit).Select(point => Tellings.Tell(point, body, payloadByDefault: true))]),
            ["next_page_offset"] = page.Length > limit ? page[limit].Id.Json : null,
        };
    }

    private static JsonObject Facet(HeldCollection collection, JsonElement body)
    {
        var key = body.GetProperty("key").GetString()!;
        collection.RequireIndex(key, forRange: false);
        var limit = body.TryGetProperty("limit", out var l) && l.ValueKind == JsonValueKind.Number ? l.GetInt32() : DefaultLimit;
        // A point counts once for each of its different values.
        var hits = Fitting(collection, body)
            .SelectMany(point => point.Values(key).Select(static value => value.GetRawText()).Distinct())
            .CountBy(static value => value)
            .OrderByDescending(static hit => hit.Value).ThenBy(static hit => hit.Key, StringComparer.Ordinal)
            .Take(limit)
            .Select(static hit => new JsonObject { ["value"] = JsonNode.Parse(hit.Key), ["count"] = hit.Value });
        return new JsonObject { ["hits"] = new JsonArray([.. hits]) };
    }

    private static IEnumerable<HeldPoint> Fitting(HeldCollection collection, JsonElement body)
    {
        JsonElement? filter = body.TryGetProperty("filter", out var some) ? some : null;
        return collection.Points.Where(point => PointFilter.Fits(point, filter, collection));
    }
}
