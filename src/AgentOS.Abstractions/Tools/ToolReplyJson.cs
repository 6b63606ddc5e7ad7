using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgentOS.Tools;

/// <summary>The JSON form of <see cref="ToolReply"/>.</summary>
internal static class ToolReplyJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Write(ToolReply reply)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer, Relaxed))
        {
            writer.WriteStartObject();
            if (reply.View is not null) writer.WriteString("view", reply.View);
            if (reply.Data is { } data)
            {
                writer.WritePropertyName("data");
                data.WriteTo(writer);
            }

            if (reply.Said is not null) writer.WriteString("said", reply.Said);
            if (reply.Repeated) writer.WriteBoolean("repeated", true);
            if (reply.Error is { } error) WriteError(writer, error);
            if (reply.Approval is { } approval)
            {
                writer.WriteStartObject("approval");
                writer.WriteString("id", approval.Id);
                writer.WriteString("summary", approval.Summary);
                writer.WriteEndObject();
            }

            writer.WriteEndObject();
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    public static ToolReply? Read(object? result)
    {
        if (result is not JsonElement { ValueKind: JsonValueKind.Object } json) return null;
        var said = Text(json, "said");
        if (json.TryGetProperty("error", out var error) && error.ValueKind == JsonValueKind.Object)
            return ToolReply.Failed(ReadError(error), said);
        if (!json.TryGetProperty("view", out _) && said is null) return null;
        return new ToolReply
        {
            View = Text(json, "view"),
            Data = json.TryGetProperty("data", out var data) ? data : null,
            Said = said,
            Repeated = json.TryGetProperty("repeated", out var repeated) && repeated.ValueKind == JsonValueKind.True,
        };
    }

    private static void WriteError(Utf8JsonWriter writer, ToolError error)
    {
        writer.WriteStartObject("error");
        writer.WriteString("code", error.Code);
        writer.WriteString("message", error.Message);
        if (error.Argument is not null) writer.WriteString("argument", error.Argument);
        if (error.Choices is { Count: > 0 } choices)
        {
            writer.WriteStartArray("choices");
            foreach (var choice in choices)
            {
                writer.WriteStartObject();
                writer.WriteString("entity", choice.Entity);
                writer.WriteString("id", choice.Id);
                writer.WriteString("label", choice.Label);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static ToolError ReadError(JsonElement error) => new(
        Text(error, "code") ?? "internal",
        Text(error, "message") ?? "The call failed.",
        Text(error, "argument"),
        error.TryGetProperty("choices", out var choices) && choices.ValueKind == JsonValueKind.Array
            ? [.. choices.EnumerateArray().Select(c => new Mention(Text(c, "entity") ?? "", c.GetProperty("id").GetGuid(), Text(c, "label") ?? ""))]
            : null);

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
