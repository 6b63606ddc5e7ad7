using System.Text.Json;

namespace AgentOS.Models.Json;

/// <summary>Finds the provider's own words in an error.</summary>
internal static class ErrorReader
{
    private const int Longest = 300;

    /// <summary>Reads the value of <c>error</c>: an object with a <c>message</c>, or a string.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return null;
        return Message(JsonElement.ParseValue(ref reader));
    }

    /// <summary>Reads a body of any shape; <see langword="null"/> when it says nothing usable.</summary>
    public static string? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            var json = JsonElement.ParseValue(ref reader);
            if (json.ValueKind != JsonValueKind.Object) return null;
            return json.TryGetProperty("error", out var error) ? Message(error) : Message(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string Message(JsonElement error)
    {
        var text = error.ValueKind switch
        {
            JsonValueKind.String => error.GetString()!,
            JsonValueKind.Object when error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String => message.GetString()!,
            _ => error.GetRawText(),
        };
        return text.Length > Longest ? text[..Longest] + "…" : text;
    }
}
