using System.Globalization;
using System.Text.Json;

namespace AgentOS.Knowledge.Benchmarks;

/// <summary>A document of a collection.</summary>
internal sealed record CollectionDocument(string Id, string Title, string Text);

/// <summary>A query of a collection.</summary>
internal sealed record CollectionQuery(string Id, string Text);

/// <summary>Documents, queries and judgements in the layout of BEIR: <c>corpus.jsonl</c>, <c>queries.jsonl</c>, <c>qrels.tsv</c>.</summary>
internal static class TestCollection
{
    /// <summary>Reads documents one by one; <c>title</c> may be missing.</summary>
    public static IEnumerable<CollectionDocument> Documents(string file)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (line, json) in Lines(file))
        {
            var id = Required(json, "_id", file, line);
            if (!seen.Add(id)) throw CollectionException.At(file, line, $"There is a document '{id}' already. Give each an '_id' of its own.");
            yield return new CollectionDocument(id, Text(json, "title", file, line) ?? "", Required(json, "text", file, line));
        }
    }

    /// <summary>Reads the queries.</summary>
    public static IReadOnlyList<CollectionQuery> Queries(string file) =>
        [.. Lines(file).Select(l => new CollectionQuery(Required(l.Json, "_id", file, l.Line), Required(l.Json, "text", file, l.Line)))];

    /// <summary>Reads the judgements: query, document and score between tabs, with or without a line of names first.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyDictionary<string, int>> Judgements(string file)
    {
        var judged = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var line = 0;
        foreach (var text in Read(file))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            var parts = text.Split('\t', StringSplitOptions.TrimEntries);
            if (parts.Length != 3) throw CollectionException.At(file, line, $"This has {parts.Length} columns. Write query id, document id and score, with a tab between them.");
            if (!int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var score))
            {
                if (line == 1) continue;
                throw CollectionException.At(file, line, $"The score '{parts[2]}' is no whole number.");
            }

            if (!judged.TryGetValue(parts[0], out var query)) judged[parts[0]] = query = new(StringComparer.Ordinal);
            query[parts[1]] = score;
        }

        return judged.ToDictionary(q => q.Key, IReadOnlyDictionary<string, int> (q) => q.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<(int Line, JsonElement Json)> Lines(string file)
    {
        var line = 0;
        foreach (var text in Read(file))
        {
            line++;
            if (string.IsNullOrWhiteSpace(text)) continue;
            yield return (line, Parse(text, file, line));
        }
    }

    private static JsonElement Parse(string text, string file, int line)
    {
        try
        {
            return JsonElement.Parse(text) is { ValueKind: JsonValueKind.Object } json ? json : throw CollectionException.At(file, line, "This is no JSON object.");
        }
        catch (JsonException)
        {
            throw CollectionException.At(file, line, "This is no JSON object.");
        }
    }

    private static string Required(JsonElement json, string name, string file, int line) =>
        Text(json, name, file, line) ?? throw CollectionException.At(file, line, $"'{name}' is missing.");

    private static string? Text(JsonElement json, string name, string file, int line)
    {
        if (!json.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null) return null;
        return value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number when name == "_id" => value.GetRawText(),
            _ => throw CollectionException.At(file, line, $"'{name}' is no text."),
        };
    }

    private static IEnumerable<string> Read(string file)
    {
        if (!File.Exists(file)) throw new CollectionException($"There is no file '{file}'.");
        return File.ReadLines(file);
    }
}
