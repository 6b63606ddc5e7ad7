using System.Runtime.InteropServices;
using System.Text.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Json;

/// <summary>Values of calls and results as JSON, without reflection for those that occur.</summary>
internal static class JsonValues
{
    public static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null: writer.WriteNullValue(); break;
            case JsonElement { ValueKind: JsonValueKind.Undefined }: writer.WriteNullValue(); break;
            case JsonElement json: json.WriteTo(writer); break;
            case string text: writer.WriteStringValue(text); break;
            case bool truth: writer.WriteBooleanValue(truth); break;
            case int number: writer.WriteNumberValue(number); break;
            case long number: writer.WriteNumberValue(number); break;
            case double number when double.IsFinite(number): writer.WriteNumberValue(number); break;
            case decimal number: writer.WriteNumberValue(number); break;
            default: JsonSerializer.Serialize(writer, value, value.GetType(), ToolJson.Options); break;
        }
    }

    /// <summary>Writes a tool's result as one JSON string, which is how every provider takes it.</summary>
    public static void WriteResult(Utf8JsonWriter writer, string property, FunctionResultContent result)
    {
        switch (result.Result)
        {
            case string text: writer.WriteString(property, text); break;
            case ToolReply reply: WriteRaw(writer, property, reply.ToJson()); break;
            case JsonElement { ValueKind: JsonValueKind.String } json: writer.WriteString(property, json.GetString()); break;
            case JsonElement { ValueKind: not JsonValueKind.Undefined } json: WriteRaw(writer, property, json); break;
            case TextContent text: writer.WriteString(property, text.Text); break;
            case null or JsonElement: writer.WriteString(property, result.Exception is null ? "" : "The call failed."); break;
            case var other: writer.WriteString(property, JsonSerializer.SerializeToUtf8Bytes(other, other.GetType(), ToolJson.Options)); break;
        }
    }

    private static void WriteRaw(Utf8JsonWriter writer, string property, JsonElement json) =>
        writer.WriteString(property, JsonMarshal.GetRawUtf8Value(json));
}
