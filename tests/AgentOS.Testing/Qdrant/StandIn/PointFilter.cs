using System.Text.Json;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>
/// Filters as Qdrant's documentation has them (https://qdrant.tech/documentation/concepts/filtering/). As under Qdrant's strict mode, a field that has no index is not filtered by.
/// </summary>
internal static class PointFilter
{
    public static bool Fits(HeldPoint point, JsonElement? filter, HeldCollection collection)
    {
        if (filter is not { ValueKind: JsonValueKind.Object } some) return true;
        return Conditions(some, "must").All(condition => Holds(point, condition, collection))
            && !Conditions(some, "must_not").Any(condition => Holds(point, condition, collection))
            && (!some.TryGetProperty("should", out var should) || should.ValueKind == JsonValueKind.Null || !Conditions(some, "should").Any() || Conditions(some, "should").Any(condition => Holds(point, condition, collection)));
    }

    private static IEnumerable<JsonElement> Conditions(JsonElement filter, string name)
    {
        if (!filter.TryGetProperty(name, out var some) || some.ValueKind == JsonValueKind.Null) return [];
        return some.ValueKind == JsonValueKind.Array ? some.EnumerateArray() : [some];
    }

    private static bool Holds(HeldPoint point, JsonElement condition, HeldCollection collection)
    {
        if (condition.TryGetProperty("has_id", out var ids)) return ids.EnumerateArray().Any(id => PointKey.Of(id) == point.Id);
        if (condition.TryGetProperty("is_empty", out var empty)) return !point.Values(empty.GetProperty("key").GetString()!).Any();
        if (!condition.TryGetProperty("key", out var named)) return Fits(point, condition, collection);
        var key = named.GetString()!;
        var values = point.Values(key);
        if (condition.TryGetProperty("match", out var match))
        {
            collection.RequireIndex(key, forRange: false);
            return values.Any(value => Matches(value, match));
        }

        if (condition.TryGetProperty("range", out var range))
        {
            collection.RequireIndex(key, forRange: true);
            return values.Any(value => value.ValueKind == JsonValueKind.Number && Lies(value.GetDouble(), range));
        }

        throw new NotSupportedException($"The stand-in does not know the condition {condition}.");
    }

    private static bool Matches(JsonElement value, JsonElement match)
    {
        if (match.TryGetProperty("value", out var one)) return JsonElement.DeepEquals(value, one);
        if (match.TryGetProperty("any", out var any)) return any.EnumerateArray().Any(candidate => JsonElement.DeepEquals(value, candidate));
        if (match.TryGetProperty("except", out var except)) return !except.EnumerateArray().Any(candidate => JsonElement.DeepEquals(value, candidate));
        throw new NotSupportedException($"The stand-in does not know the match {match}.");
    }

    private static bool Lies(double value, JsonElement range) => range.EnumerateObject().All(bound => bound.Value.ValueKind == JsonValueKind.Null || bound.Name switch
    {
        "lt" => value < bound.Value.GetDouble(),
        "lte" => value <= bound.Value.GetDouble(),
        "gt" => value > bound.Value.GetDouble(),
        _ => value >= bound.Value.GetDouble(),
    });
}
