using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Knowledge.Documents;

/// <summary>What a Markdown file says of itself before it begins: <c>title</c>, <c>labels</c>, <c>language</c>, <c>valid-from</c>, <c>valid-until</c>; anything else is passed over.</summary>
internal sealed record FrontMatter(string? Title, DocumentFacts Facts)
{
    /// <exception cref="UnreadableDocumentException">It is no YAML, or a value cannot be used.</exception>
    public static FrontMatter Read(string yaml)
    {
        var stream = new YamlStream();
        try
        {
            stream.Load(new StringReader(yaml));
        }
        catch (YamlException mistake)
        {
            throw new UnreadableDocumentException("broken", $"Its front matter, line {mistake.Start.Line + 1}, is not YAML: {mistake.Message}");
        }

        if (stream.Documents.Count == 0 || stream.Documents[0].RootNode is not YamlMappingNode map) return new FrontMatter(null, DocumentFacts.None);
        var language = Value(map, "language");
        if (language is not (null or Language.English or Language.Arabic)) throw new UnreadableDocumentException("broken", $"Its front matter has the language '{language}'; it can be 'en' or 'ar'.");
        return new FrontMatter(Value(map, "title"), new DocumentFacts(Labels(map), language, Day(map, "valid-from"), Day(map, "valid-until")));
    }

    private static string? Value(YamlMappingNode map, string key) => map.Children.TryGetValue(key, out var node) && node is YamlScalarNode { Value: { Length: > 0 } value } ? value : null;

    private static string[] Labels(YamlMappingNode map) => !map.Children.TryGetValue("labels", out var node)
        ? []
        : [.. (node is YamlSequenceNode list ? list.OfType<YamlScalarNode>().Select(n => n.Value ?? "") : (node as YamlScalarNode)?.Value?.Split(',') ?? [])
            .Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal)];

    private static DateOnly? Day(YamlMappingNode map, string key)
    {
        if (Value(map, key) is not { } text) return null;
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new UnreadableDocumentException("broken", $"Its front matter has '{text}' as {key}; write a date as 2026-03-31.");
    }
}
