using System.Runtime.InteropServices;
using System.Text.Json;
using AgentOS.Models.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi.Embeddings;

/// <summary>What was read of a list of embeddings.</summary>
internal sealed class EmbeddingAnswer(int count)
{
    /// <summary>The vectors in the order of the texts; <see langword="null"/> where there is none.</summary>
    public float[]?[] Vectors { get; } = new float[]?[count];

    public string? Model { get; set; }

    public UsageDetails? Usage { get; set; }

    /// <summary>An error that came inside an answer of status 200.</summary>
    public string? Error { get; set; }
}

/// <summary>Reads a list of embeddings.</summary>
internal static class EmbeddingReader
{
    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or of another shape.</exception>
    public static void Read(ReadOnlySpan<byte> json, EmbeddingAnswer answer)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A list of embeddings must be a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("data"u8)) ReadData(ref reader, answer);
            else if (reader.ValueTextEquals("model"u8)) answer.Model = AnswerReader.Text(ref reader, answer.Model);
            else if (reader.ValueTextEquals("usage"u8)) answer.Usage = UsageReader.Read(ref reader) ?? answer.Usage;
            else if (reader.ValueTextEquals("error"u8)) answer.Error = ErrorReader.Read(ref reader) ?? answer.Error;
            else AnswerReader.Ignore(ref reader);
        }
    }

    private static void ReadData(ref Utf8JsonReader reader, EmbeddingAnswer answer)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("'data' must be an array.");
        for (var place = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; place++)
            ReadOne(ref reader, answer, place);
    }

    private static void ReadOne(ref Utf8JsonReader reader, EmbeddingAnswer answer, int place)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("An embedding must be an object.");
        float[]? vector = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("embedding"u8)) vector = ReadVector(ref reader);
            else if (reader.ValueTextEquals("index"u8)) place = reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index) ? index : throw new JsonException("'index' must be a whole number.");
            else AnswerReader.Ignore(ref reader);
        }

        if (place < 0 || place >= answer.Vectors.Length) throw new JsonException($"There is an embedding of number {place}, and {answer.Vectors.Length} were asked for.");
        answer.Vectors[place] = vector;
    }

    private static float[] ReadVector(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes) && bytes.Length % sizeof(float) == 0) return MemoryMarshal.Cast<byte, float>(bytes).ToArray();
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("'embedding' must be an array of numbers.");
        var vector = new List<float>(1536);
        while (reader.Read() && reader.TokenType == JsonTokenType.Number) vector.Add(reader.GetSingle());
        return reader.TokenType == JsonTokenType.EndArray ? [.. vector] : throw new JsonException("'embedding' must be an array of numbers.");
    }
}
