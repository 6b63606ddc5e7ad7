using System.Text.Json;
using AgentOS.Models.Json;

namespace AgentOS.Models.OpenAi;

/// <summary>Reads a completion, or one chunk of a streamed one, into an <see cref="Answer"/>.</summary>
internal static class AnswerReader
{
    /// <summary>Reads one JSON text.</summary>
    /// <exception cref="JsonException">It is not JSON, or of another shape.</exception>
    public static void Read(ReadOnlySpan<byte> json, Answer answer)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A completion must be a JSON object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("choices"u8)) ReadChoices(ref reader, answer);
            else if (reader.ValueTextEquals("id"u8)) answer.Id = Text(ref reader, answer.Id);
            else if (reader.ValueTextEquals("model"u8)) answer.Model = Text(ref reader, answer.Model);
            else if (reader.ValueTextEquals("created"u8)) answer.Created = Time(ref reader);
            else if (reader.ValueTextEquals("usage"u8)) answer.Usage = UsageReader.Read(ref reader) ?? answer.Usage;
            else if (reader.ValueTextEquals("error"u8)) answer.Error = ErrorReader.Read(ref reader) ?? answer.Error;
            else Ignore(ref reader);
        }
    }

    private static void ReadChoices(ref Utf8JsonReader reader, Answer answer)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("'choices' must be an array.");
        var first = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (first) ReadChoice(ref reader, answer);
            else reader.Skip();
            first = false;
        }
    }

    private static void ReadChoice(ref Utf8JsonReader reader, Answer answer)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A choice must be an object.");
        answer.HasChoice = true;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("message"u8)) ReadMessage(ref reader, answer, whole: true);
            else if (reader.ValueTextEquals("delta"u8)) ReadMessage(ref reader, answer, whole: false);
            else if (reader.ValueTextEquals("finish_reason"u8)) answer.Finish = Text(ref reader, answer.Finish);
            else Ignore(ref reader);
        }
    }

    private static void ReadMessage(ref Utf8JsonReader reader, Answer answer, bool whole)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A message must be an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("content"u8)) answer.Text += ContentText(ref reader);
            else if (reader.ValueTextEquals("refusal"u8)) answer.Text += Text(ref reader, null);
            else if (reader.ValueTextEquals("tool_calls"u8)) CallReader.Read(ref reader, answer.Calls, whole);
            else if (reader.ValueTextEquals("reasoning_content"u8) || reader.ValueTextEquals("reasoning"u8)) answer.Reasoning += ContentText(ref reader);
            else Ignore(ref reader);
        }
    }

    // Most servers give a string; some give an array of parts.
    private static string? ContentText(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString();
        if (reader.TokenType != JsonTokenType.StartArray)
        {
            reader.Skip();
            return null;
        }

        string? text = null;
        foreach (var part in JsonElement.ParseValue(ref reader).EnumerateArray())
            if (part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var piece) && piece.ValueKind == JsonValueKind.String) text += piece.GetString();
        return text;
    }

    internal static string? Text(ref Utf8JsonReader reader, string? otherwise)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return otherwise is not null && reader.ValueTextEquals(otherwise) ? otherwise : reader.GetString();
        reader.Skip();
        return otherwise;
    }

    internal static void Ignore(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }

    private static DateTimeOffset? Time(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var seconds) && seconds is > 0 and < 253_402_300_799) return DateTimeOffset.FromUnixTimeSeconds(seconds);
        reader.Skip();
        return null;
    }
}
