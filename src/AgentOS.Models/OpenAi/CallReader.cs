using System.Text.Json;

namespace AgentOS.Models.OpenAi;

/// <summary>Reads <c>tool_calls</c>, whole or in pieces.</summary>
internal static class CallReader
{
    public static void Read(ref Utf8JsonReader reader, CallAssembler calls, bool whole)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartArray) throw new JsonException("'tool_calls' must be an array.");
        while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            ReadCall(ref reader, calls, whole);
    }

    private static void ReadCall(ref Utf8JsonReader reader, CallAssembler calls, bool whole)
    {
        int? index = null;
        string id = "", name = "", arguments = "";
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8)) id = AnswerReader.Text(ref reader, "") ?? "";
            else if (reader.ValueTextEquals("index"u8)) index = Index(ref reader);
            else if (reader.ValueTextEquals("function"u8)) ReadFunction(ref reader, ref name, ref arguments);
            else AnswerReader.Ignore(ref reader);
        }

        if (whole) calls.AddWhole(id, name, arguments);
        else calls.AddPiece(index, id, name, arguments);
    }

    private static void ReadFunction(ref Utf8JsonReader reader, ref string name, ref string arguments)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null) return;
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A call's 'function' must be an object.");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("name"u8)) name = AnswerReader.Text(ref reader, "") ?? "";
            else if (reader.ValueTextEquals("arguments"u8)) arguments = Arguments(ref reader);
            else AnswerReader.Ignore(ref reader);
        }
    }

    // The protocol says a string; some servers give the object itself.
    private static string Arguments(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.String) return reader.GetString()!;
        if (reader.TokenType == JsonTokenType.Null) return "";
        return JsonElement.ParseValue(ref reader).GetRawText();
    }

    private static int? Index(ref Utf8JsonReader reader)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var index)) return index;
        reader.Skip();
        return null;
    }
}
