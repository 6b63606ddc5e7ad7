using System.Text;
using System.Text.Json;
using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>MASSIVE's: JSON Lines of one language with partition, intent, and the utterance annotated as <c>wake me at [time : five]</c>.</summary>
internal sealed class AnnotatedLayout : ISetLayout
{
    public IEnumerable<PublicSet> Find(string folder, string title)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.jsonl").Order(StringComparer.Ordinal))
        {
            if (Locale(file) is not { } locale) continue;
            yield return new PublicSet($"MASSIVE {locale}", file, true, true, part => Read(file, part));
        }
    }

    /// <summary>The language of the file's first line; <see langword="null"/> when the line is another kind.</summary>
    private static string? Locale(string file)
    {
        try
        {
            if (File.ReadLines(file).FirstOrDefault() is not { } first) return null;
            using var json = JsonDocument.Parse(first);
            return json.RootElement is { ValueKind: JsonValueKind.Object } line && line.TryGetProperty("annot_utt", out _) && line.TryGetProperty("partition", out _) && line.TryGetProperty("locale", out var locale) ? locale.GetString() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<LabelledUtterance> Read(string file, SetPart part)
    {
        var name = part switch { SetPart.Training => "train", SetPart.Validation => "dev", _ => "test" };
        var utterances = new List<LabelledUtterance>();
        var number = 0;
        foreach (var line in File.ReadLines(file))
        {
            number++;
            if (line.Length == 0) continue;
            if (Read(file, number, line, name) is { } utterance) utterances.Add(utterance);
        }

        return utterances;
    }

    private static LabelledUtterance? Read(string file, int number, string line, string partition)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            string Of(string name) => json.RootElement.GetProperty(name).GetString() ?? throw new KeyNotFoundException();
            if (Of("partition") != partition) return null;
            return Parse(Of("annot_utt"), Of("intent")) ?? throw new CorpusException(file, number, "The brackets of 'annot_utt' do not match.");
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new CorpusException(file, number, "The line is no JSON object with partition, intent and annot_utt.");
        }
    }

    private static LabelledUtterance? Parse(string annotated, string intent)
    {
        var text = new StringBuilder(annotated.Length);
        var slots = new List<LabelledSlot>();
        for (var at = 0; at < annotated.Length;)
        {
            var open = annotated.IndexOf('[', at);
            if (open < 0) open = annotated.Length;
            text.Append(annotated, at, open - at);
            if (open == annotated.Length) break;
            var (colon, close) = (annotated.IndexOf(':', open), annotated.IndexOf(']', open));
            if (colon < 0 || close < colon) return null;
            var words = annotated[(colon + 1)..close].Trim();
            slots.Add(new LabelledSlot(annotated[(open + 1)..colon].Trim(), text.Length, text.Length + words.Length));
            text.Append(words);
            at = close + 1;
        }

        return new LabelledUtterance(text.ToString(), intent, slots);
    }
}
