using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>Tells points as they were asked for: with the whole payload, some of it or none, with vectors or without.</summary>
internal static class Tellings
{
    public static JsonObject Tell(HeldPoint point, JsonElement request, bool payloadByDefault)
    {
        var told = new JsonObject { ["id"] = point.Id.Json };
        if (Payload(point.Payload, request, payloadByDefault) is { } payload) told["payload"] = payload;
        if (request.TryGetProperty("with_vector", out var with) && with.ValueKind is JsonValueKind.True or JsonValueKind.Array) told["vector"] = Vectors(point, with);
        return told;
    }

    private static JsonObject? Payload(JsonElement payload, JsonElement request, bool byDefault)
    {
        if (!request.TryGetProperty("with_payload", out var with) || with.ValueKind == JsonValueKind.Null) return byDefault ? Some(payload, static _ => true) : null;
        return with.ValueKind switch
        {
            JsonValueKind.True => Some(payload, static _ => true),
            JsonValueKind.False => null,
            JsonValueKind.Array => Some(payload, Names(with).Contains),
            _ when with.TryGetProperty("include", out var include) => Some(payload, Names(include).Contains),
            _ => Some(payload, name => !Names(with.GetProperty("exclude")).Contains(name)),
        };
    }

    private static HashSet<string> Names(JsonElement names) => [.. names.EnumerateArray().Select(static name => name.GetString()!)];

    private static JsonObject Some(JsonElement payload, Func<string, bool> which) =>
        new(payload.EnumerateObject().Where(field => which(field.Name)).Select(static field => KeyValuePair.Create(field.Name, JsonNode.Parse(field.Value.GetRawText()))));

    private static JsonObject Vectors(HeldPoint point, JsonElement with)
    {
        bool Wanted(string name) => with.ValueKind == JsonValueKind.True || Names(with).Contains(name);
        var dense = point.Dense.Where(one => Wanted(one.Key)).Select(static one => KeyValuePair.Create<string, JsonNode?>(one.Key, JsonSerializer.SerializeToNode(one.Value)));
        var sparse = point.Sparse.Where(one => Wanted(one.Key)).Select(static one => KeyValuePair.Create<string, JsonNode?>(one.Key, new JsonObject { ["indices"] = JsonSerializer.SerializeToNode(one.Value.Keys), ["values"] = JsonSerializer.SerializeToNode(one.Value.Values) }));
        return new JsonObject(dense.Concat(sparse));
    }
}
