using System.Text.Json;
using AgentOS.Understanding.Corpora;

namespace AgentOS.Understanding.PublicSets;

/// <summary>CLINC150's: one JSON object of lists of [text, intent], named train, val, test, oos_train, oos_val and oos_test.</summary>
internal sealed class PairsLayout : ISetLayout
{
    private const string OutOfScope = "oos";
    private static readonly string[] Lists = ["train", "val", "test", "oos_train", "oos_val", "oos_test"];

    public IEnumerable<PublicSet> Find(string folder, string title)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            var names = Names(file);
            if (!names.Contains("train") || !names.All(n => Lists.Contains(n))) continue;
            var intents = Read(file, SetPart.Training).Select(u => u.Intent).OfType<string>().Distinct().Count();
            var name = intents == 150 && names.Contains("oos_train") ? "CLINC150" : $"{title}/{Path.GetFileNameWithoutExtension(file)}";
            yield return new PublicSet(name, file, names.Contains("val"), names.Contains("test"), part => Read(file, part));
        }
    }

    /// <summary>The object's first names; none when it is no object of lists.</summary>
    private static List<string> Names(string file)
    {
        var names = new List<string>();
        try
        {
            var json = new Utf8JsonReader(File.ReadAllBytes(file));
            if (!json.Read() || json.TokenType != JsonTokenType.StartObject) return [];
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(json.GetString()!);
                if (!Lists.Contains(names[^1]) || !json.Read() || json.TokenType != JsonTokenType.StartArray) return [];
                json.Skip();
            }
        }
        catch (JsonException)
        {
            return [];
        }

        return names;
    }

    private static List<LabelledUtterance> Read(string file, SetPart part)
    {
        var list = part switch { SetPart.Training => "train", SetPart.Validation => "val", _ => "test" };
        var utterances = new List<LabelledUtterance>();
        using var json = JsonDocument.Parse(File.ReadAllBytes(file));
        foreach (var name in (string[])[list, "oos_" + list])
        {
            if (!json.RootElement.TryGetProperty(name, out var pairs)) continue;
            foreach (var pair in pairs.EnumerateArray())
            {
                if (pair.ValueKind != JsonValueKind.Array || pair.GetArrayLength() != 2 || pair.EnumerateArray().Any(p => p.ValueKind != JsonValueKind.String)) throw new CorpusException(file, $"In '{name}' there is something other than a pair of text and intent.");
                var intent = pair[1].GetString();
                utterances.Add(new LabelledUtterance(pair[0].GetString()!, intent == OutOfScope ? null : intent, []));
            }
        }

        return utterances;
    }
}
