using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentOS.Knowledge.Index.Qdrant.Wire;

internal sealed class QueryInputConverter : JsonConverter<QueryInput>
{
    public override QueryInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("Queries are only sent.");

    public override void Write(Utf8JsonWriter writer, QueryInput value, JsonSerializerOptions options)
    {
        if (value.Fusion is { } fusion) JsonSerializer.Serialize(writer, fusion, QdrantJson.Default.RrfQuery);
        else if (value.Sparse is { } sparse) JsonSerializer.Serialize(writer, sparse, QdrantJson.Default.SparseVector);
        else JsonSerializer.Serialize(writer, value.Dense, QdrantJson.Default.ReadOnlyMemorySingle);
    }
}
