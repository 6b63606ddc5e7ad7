using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Json;

/// <summary>
/// Reads and writes a call's arguments. What a model wrote is kept word for word beside what was read from it,
/// so that history repeats exactly what the model said.
/// </summary>
internal sealed class CallArguments
{
    /// <summary>Where the raw text of arguments that cannot be read is kept.</summary>
    public const string RawKey = "arguments";

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly string raw;
    private readonly IDictionary<string, object?> parsed;
    private readonly int count;

    private CallArguments(string raw, IDictionary<string, object?> parsed)
    {
        this.raw = raw;
        this.parsed = parsed;
        count = parsed.Count;
    }

    /// <summary>Makes the call's content. Arguments that cannot be read fail it; they never become an empty object.</summary>
    /// <param name="id">The call's id.</param>
    /// <param name="name">The function's name.</param>
    /// <param name="raw">The arguments as the model wrote them; empty for a function without any.</param>
    /// <param name="truncated">Whether the answer was cut at its longest length, so that empty means lost.</param>
    public static FunctionCallContent Read(string id, string name, string raw, bool truncated)
    {
        if (string.IsNullOrWhiteSpace(raw) && !truncated)
            return new FunctionCallContent(id, name, new Dictionary<string, object?>());
        try
        {
            var root = JsonElement.Parse(raw, Strict);
            if (root.ValueKind != JsonValueKind.Object) throw new JsonException($"The arguments must be a JSON object, not {Kind(root)}.");
            var values = new Dictionary<string, object?>(StringComparer.Ordinal);
            foreach (var property in root.EnumerateObject())
                values.Add(property.Name, property.Value);
            return new FunctionCallContent(id, name, values) { RawRepresentation = new CallArguments(raw, values) };
        }
        catch (JsonException wrong)
        {
            return new FunctionCallContent(id, name, arguments: null)
            {
                Exception = wrong,
                AdditionalProperties = new AdditionalPropertiesDictionary { [RawKey] = raw },
            };
        }
    }

    /// <summary>The arguments as JSON text, exactly as the model wrote them where that is known and they are unchanged.</summary>
    public static string Text(FunctionCallContent call)
    {
        if (call.RawRepresentation is CallArguments kept && ReferenceEquals(kept.parsed, call.Arguments) && kept.parsed.Count == kept.count) return kept.raw;
        using var buffer = new PooledBuffer(256);
        var writer = PooledWriter.Rent(buffer);
        Write(writer, call);
        PooledWriter.Return(writer);
        return Encoding.UTF8.GetString(buffer.Span);
    }

    /// <summary>Writes the arguments as a JSON object. Unreadable ones are wrapped: providers refuse a history that holds broken JSON.</summary>
    public static void Write(Utf8JsonWriter writer, FunctionCallContent call)
    {
        writer.WriteStartObject();
        if (Unreadable(call) is { } raw) writer.WriteString("unreadable", raw);
        foreach (var (name, value) in call.Arguments ?? new Dictionary<string, object?>())
        {
            writer.WritePropertyName(name);
            JsonValues.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    /// <summary>
    /// The raw text of arguments that could not be read; <see langword="null"/> when they could be. A call that was kept as
    /// JSON has lost its exception and is known by its text.
    /// </summary>
    public static string? Unreadable(FunctionCallContent call) =>
        call.Arguments is null && call.AdditionalProperties?.TryGetValue(RawKey, out var raw) == true ? raw?.ToString() : null;

    private static string Kind(JsonElement json) => json.ValueKind.ToString().ToLowerInvariant();
}
