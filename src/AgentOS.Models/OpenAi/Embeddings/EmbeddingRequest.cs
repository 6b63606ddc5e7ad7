using System.Text.Json;
using AgentOS.Models.Json;

namespace AgentOS.Models.OpenAi.Embeddings;

/// <summary>Writes the body of <c>POST /embeddings</c> (https://platform.openai.com/docs/api-reference/embeddings/create).</summary>
internal static class EmbeddingRequest
{
    public static void Write(PooledBuffer json, OpenAiEmbeddingSettings settings, IReadOnlyList<string> texts)
    {
        using var writer = new Utf8JsonWriter(json);
        writer.WriteStartObject();
        writer.WriteString("model"u8, settings.Model);
        writer.WriteStartArray("input"u8);
        foreach (var text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
        if (settings.AsksForDimensions) writer.WriteNumber("dimensions"u8, settings.Dimensions);
        // The form that every server gives; base64 is read as well, for those that give nothing else.
        writer.WriteString("encoding_format"u8, "float"u8);
        writer.WriteEndObject();
    }
}
