using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>One spelling for equal arguments: members in ordinal order, no white space, numbers as they were written.</summary>
internal static class CanonicalJson
{
    private static readonly JsonWriterOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    public static string Of(JsonElement json) => Write(json, static (w, j) => Write(w, j));

    public static string Of(IDictionary<string, object?>? arguments) => Write(arguments, static (w, a) => Write(w, a));

    public static JsonElement ToElement(IDictionary<string, object?>? arguments)
    {
        var (bytes, output) = Begin();
        Write(output, arguments);
        output.Flush();
        var reader = new Utf8JsonReader(bytes.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    private static string Write<T>(T value, Action<Utf8JsonWriter, T> write)
    {
        var (bytes, output) = Begin();
        write(output, value);
        output.Flush();
        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Output) Begin()
    {
        var bytes = buffer ??= new ArrayBufferWriter<byte>(1024);
        bytes.ResetWrittenCount();
        var output = writer ??= new Utf8JsonWriter(bytes, Relaxed);
        output.Reset(bytes);
        return (bytes, output);
    }

    private static void Write(Utf8JsonWriter output, IDictionary<string, object?>? arguments)
    {
        output.WriteStartObject();
        if (arguments is { Count: 1 })
        {
            foreach (var (name, value) in arguments) Write(output, name, value);
        }
        else if (arguments is not null)
        {
            foreach (var name in arguments.Keys.Order(StringComparer.Ordinal)) Write(output, name, arguments[name]);
        }

        output.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter output, string name, object? value)
    {
        output.WritePropertyName(name);
        switch (value)
        {
            case null: output.WriteNullValue(); break;
            case string text: output.WriteStringValue(text); break;
            case JsonElement json: Write(output, json); break;
            case bool flag: output.WriteBooleanValue(flag); break;
            case int number: output.WriteNumberValue(number); break;
            case long number: output.WriteNumberValue(number); break;
            case decimal number: output.WriteNumberValue(number); break;
            case double number: output.WriteNumberValue(number); break;
            default: Write(output, JsonSerializer.SerializeToElement(value, value.GetType(), AIJsonUtilities.DefaultOptions)); break;
        }
    }

    private static void Write(Utf8JsonWriter output, JsonElement json)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                output.WriteStartObject();
                foreach (var member in json.EnumerateObject().OrderBy(static m => m.Name, StringComparer.Ordinal))
                {
                    output.WritePropertyName(member.Name);
                    Write(output, member.Value);
                }

                output.WriteEndObject();
                break;
            case JsonValueKind.Array:
                output.WriteStartArray();
                foreach (var item in json.EnumerateArray()) Write(output, item);
                output.WriteEndArray();
                break;
            case JsonValueKind.Undefined:
                output.WriteNullValue();
                break;
            default:
                json.WriteTo(output);
                break;
        }
    }
}
