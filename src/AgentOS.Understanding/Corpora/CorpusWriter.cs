using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AgentOS.Understanding.Corpora;

/// <summary>Writes labelled utterances as JSON Lines, as <see cref="CorpusReader"/> reads them.</summary>
public static class CorpusWriter
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the file anew.</summary>
    public static void Write(string path, IEnumerable<LabelledUtterance> utterances)
    {
        using var file = new StreamWriter(path) { NewLine = "\n" };
        foreach (var utterance in utterances) file.WriteLine(Line(utterance));
    }

    /// <summary>One utterance as a line, without the line's end.</summary>
    public static string Line(LabelledUtterance utterance) => JsonSerializer.Serialize(
        new Written(utterance.Text, utterance.Intent, utterance.Slots.Count == 0 ? null : [.. utterance.Slots.Select(s => new WrittenSlot(s.Name, s.Start, s.End, s.Value))]),
        Plain);

    private sealed record Written(
        [property: JsonPropertyName("text")] string Text,
        [property: JsonPropertyName("intent")] string? Intent,
        [property: JsonPropertyName("slots"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] WrittenSlot[]? Slots);

    private sealed record WrittenSlot(
        [property: JsonPropertyName("name")] string Name,
        [property: JsonPropertyName("start")] int Start,
        [property: JsonPropertyName("end")] int End,
        [property: JsonPropertyName("value"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Value);
}
