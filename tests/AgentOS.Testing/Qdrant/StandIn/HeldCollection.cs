using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgentOS.Testing.Qdrant.StandIn;

/// <summary>A collection: what its vectors are like, its payload indexes, its points.</summary>
internal sealed class HeldCollection(JsonElement made)
{
    private readonly SortedDictionary<PointKey, HeldPoint> points = [];
    private ulong operations;

    public Dictionary<string, JsonElement> Indexes { get; } = [];

    public IReadOnlyCollection<HeldPoint> Points => points.Values;

    public ulong Next() => operations++;

    /// <summary>How many numbers a dense vector has.</summary>
    public int SizeOf(string vector) =>
        made.TryGetProperty("vectors", out var vectors) && vectors.ValueKind == JsonValueKind.Object && vectors.TryGetProperty(vector, out var config) ? config.GetProperty("size").GetInt32() : throw Unknown(vector);

    public string DistanceOf(string vector) => made.GetProperty("vectors").GetProperty(vector).GetProperty("distance").GetString()!;

    public bool IsSparse(string vector) => made.TryGetProperty("sparse_vectors", out var sparse) && sparse.TryGetProperty(vector, out _);

    public void RequireIndex(string key, bool forRange)
    {
        if (Indexes.TryGetValue(key, out var schema))
        {
            if (schema.ValueKind == JsonValueKind.String) return;
            var type = schema.GetProperty("type").GetString();
            var lookup = type == "keyword" || !schema.TryGetProperty("lookup", out var l) || l.ValueKind != JsonValueKind.False;
            var range = type == "integer" && (!schema.TryGetProperty("range", out var r) || r.ValueKind != JsonValueKind.False);
            if (forRange ? range : lookup) return;
        }

        throw new Refusal(400, $"Bad request: Index required but not found for \"{key}\". Create an index for this key or use a different filter.");
    }

    public void Upsert(JsonElement point)
    {
        var id = PointKey.Of(point.GetProperty("id"));
        var dense = new Dictionary<string, float[]>();
        var sparse = new Dictionary<string, Dictionary<uint, float>>();
        foreach (var vector in point.GetProperty("vector").EnumerateObject())
        {
            if (IsSparse(vector.Name)) sparse[vector.Name] = SparseVectors.Read(vector.Value);
            else dense[vector.Name] = DenseVectors.Read(vector.Value, SizeOf(vector.Name), DistanceOf(vector.Name));
        }

        var payload = point.TryGetProperty("payload", out var given) && given.ValueKind == JsonValueKind.Object ? given.Clone() : JsonElement.Parse("{}");
        points[id] = new HeldPoint(id, dense, sparse, payload, operations);
    }

    public void Remove(Func<HeldPoint, bool> which)
    {
        foreach (var point in points.Values.Where(which).ToArray()) points.Remove(point.Id);
    }

    public JsonNode Info() => new JsonObject
    {
        ["status"] = "green",
        ["optimizer_status"] = "ok",
        ["points_count"] = points.Count,
        ["segments_count"] = 1,
        ["config"] = new JsonObject
        {
            ["params"] = JsonNode.Parse(made.GetRawText()),
            ["hnsw_config"] = new JsonObject { ["m"] = 16, ["ef_construct"] = 100, ["full_scan_threshold"] = 10000 },
            ["optimizer_config"] = new JsonObject { ["deleted_threshold"] = 0.2, ["vacuum_min_vector_number"] = 1000, ["default_segment_number"] = 0, ["flush_interval_sec"] = 5 },
            ["wal_config"] = new JsonObject { ["wal_capacity_mb"] = 32, ["wal_segments_ahead"] = 0 },
        },
        ["payload_schema"] = new JsonObject(Indexes.Select(index => KeyValuePair.Create<string, JsonNode?>(index.Key, new JsonObject
        {
            ["data_type"] = index.Value.ValueKind == JsonValueKind.String ? index.Value.GetString() : index.Value.GetProperty("type").GetString(),
            ["points"] = points.Values.Count(point => point.Values(index.Key).Any()),
        }))),
    };

    public static Refusal Unknown(string vector) => Refusal.Wrong($"Not existing vector name error: {vector}");
}
