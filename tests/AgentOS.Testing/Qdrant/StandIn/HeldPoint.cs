using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>A point's id: a number or a UUID; numbers come before UUIDs.</summary>
internal readonly record struct PointKey(ulong? Number, Guid? Uuid) : IComparable<PointKey>
{
    public static PointKey Of(JsonElement id) => id.ValueKind == JsonValueKind.Number ? new PointKey(id.GetUInt64(), null) : new PointKey(null, id.GetGuid());

    public JsonNode Json => Number is { } number ? JsonValue.Create(number) : JsonValue.Create(Uuid!.Value.ToString());

    public int CompareTo(PointKey other) => (Number, other.Number) switch
    {
        ({ } one, { } two) => one.CompareTo(two),
        ({ }, null) => -1,
        (null, { }) => 1,
        _ => string.CompareOrdinal(Uuid.ToString(), other.Uuid.ToString()),
    };
}

internal sealed record HeldPoint(PointKey Id, IReadOnlyDictionary<string, float[]> Dense, IReadOnlyDictionary<string, Dictionary<uint, float>> Sparse, JsonElement Payload, ulong Version)
{
    /// <summary>A field's values: several where it is an array, none where it is missing or null.</summary>
    public IEnumerable<JsonElement> Values(string key)
    {
        if (Payload.ValueKind != JsonValueKind.Object || !Payload.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null) return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }
}
