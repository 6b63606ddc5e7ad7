using System.Text.Json;

namespace AgentOS.Testing.Qdrant.StandIn;

internal static class DenseVectors
{
    /// <summary>Reads a vector; for the cosine Qdrant brings it to length 1 when it is written and when it is asked for.</summary>
    public static float[] Read(JsonElement json, int size, string distance)
    {
        float[] vector = [.. json.EnumerateArray().Select(static number => number.GetSingle())];
        if (vector.Length != size) throw Refusal.Wrong($"Vector dimension error: expected dim: {size}, got {vector.Length}");
        var length = MathF.Sqrt(Dot(vector, vector));
        return distance != "Cosine" || length == 0 ? vector : [.. vector.Select(number => number / length)];
    }

    public static float Dot(float[] one, float[] other)
    {
        var sum = 0f;
        for (var i = 0; i < one.Length; i++) sum += one[i] * other[i];
        return sum;
    }
}

internal static class SparseVectors
{
    public static Dictionary<uint, float> Read(JsonElement json)
    {
        uint[] indices = [.. json.GetProperty("indices").EnumerateArray().Select(static index => index.GetUInt32())];
        float[] values = [.. json.GetProperty("values").EnumerateArray().Select(static value => value.GetSingle())];
        if (indices.Length != values.Length) throw Refusal.Malformed("values: must be the same length as indices");
        if (indices.Distinct().Count() < indices.Length) throw Refusal.Malformed("indices: must be unique");
        return indices.Zip(values).ToDictionary(static pair => pair.First, static pair => pair.Second);
    }

    /// <summary>The dot product; <see langword="null"/> where nothing overlaps, as such points are not found.</summary>
    public static float? Score(Dictionary<uint, float> query, Dictionary<uint, float> point)
    {
        var sum = 0f;
        foreach (var (index, weight) in query) sum += weight * point.GetValueOrDefault(index);
        return sum == 0 ? null : sum;
    }
}
