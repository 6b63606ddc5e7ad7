using System.Text.Json;

namespace AgentOS.Understanding.Corpora;

/// <summary>One line of a file of labelled utterances.</summary>
internal static class CorpusLine
{
    /// <summary>The longest text, in characters.</summary>
    public const int LongestText = 5_000;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <summary>The utterance, and whether the line says anything of an intent.</summary>
    /// <param name="line">The line's bytes.</param>
    /// <param name="wrong">Makes the exception for a problem.</param>
    public static (LabelledUtterance Utterance, bool NamesIntent) Parse(ReadOnlyMemory<byte> line, Func<string, CorpusException> wrong)
    {
        try
        {
            using var json = JsonDocument.Parse(line, Strict);
            return Read(json.RootElement, wrong);
        }
        catch (JsonException bad)
        {
            throw wrong($"This is no JSON object on one line ({Reason(bad)}). Write {{\"text\": \"…\", \"intent\": \"…\"}}.");
        }
        catch (InvalidOperationException)
        {
            throw wrong("A text has half of a surrogate pair (such as \\ud83d alone). Write the character itself.");
        }
    }

    private static (LabelledUtterance Utterance, bool NamesIntent) Read(JsonElement line, Func<string, CorpusException> wrong)
    {
        if (line.ValueKind != JsonValueKind.Object) throw wrong($"This is {Kind(line)}; each line is an object: {{\"text\": \"…\", \"intent\": \"…\"}}.");
        if (!line.TryGetProperty("text", out var said))
            throw wrong($"'text' is missing{Others(line)}. Write the utterance as \"text\".");
        if (said.ValueKind != JsonValueKind.String) throw wrong($"'text' is {Kind(said)}; it must be a string.");
        var text = said.GetString()!;
        if (string.IsNullOrWhiteSpace(text)) throw wrong("'text' is empty. Take the line out, or say something.");
        if (text.Length > LongestText) throw wrong($"'text' has {text.Length:N0} characters; {LongestText:N0} is the most. Shorten it: an utterance is what somebody says at once.");
        var namesIntent = line.TryGetProperty("intent", out var intent);
        if (namesIntent && intent.ValueKind is not (JsonValueKind.String or JsonValueKind.Null)) throw wrong($"'intent' is {Kind(intent)}; it must be a name, or null for out of scope.");
        var name = namesIntent && intent.ValueKind == JsonValueKind.String ? intent.GetString()! : null;
        if (name is not null && string.IsNullOrWhiteSpace(name)) throw wrong("'intent' is empty. Give its name, or null for out of scope.");
        if (!line.TryGetProperty("slots", out var slots) || slots.ValueKind == JsonValueKind.Null) return (new LabelledUtterance(text, name, []), namesIntent);
        if (slots.ValueKind != JsonValueKind.Array) throw wrong($"'slots' is {Kind(slots)}; it must be a list: [{{\"name\": \"…\", \"start\": 0, \"end\": 5}}].");
        return (new LabelledUtterance(text, name, CorpusSlots.Read(slots, text, wrong)), namesIntent);
    }

    internal static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => "a string",
        JsonValueKind.Number => "a number",
        JsonValueKind.True or JsonValueKind.False => "true or false",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => "null",
    };

    private static string Others(JsonElement line)
    {
        var names = line.EnumerateObject().Select(p => $"'{p.Name}'").Take(5).ToList();
        return names.Count == 0 ? "" : $" (there is {string.Join(", ", names)})";
    }

    private static string Reason(JsonException bad) => bad.Message.Split(" LineNumber:")[0].TrimEnd('.', ' ');
}
