using System.Globalization;
using AgentOS.Runtime.Files;
using AgentOS.Runtime.Schema;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Runtime.Graph;

/// <summary>A mapping of which every key is known.</summary>
internal sealed class YamlFields
{
    private readonly string file;
    private readonly long line;
    private readonly Dictionary<string, YamlNode> values = new(StringComparer.Ordinal);

    private YamlFields(string file, YamlNode node, string[] known)
    {
        this.file = file;
        line = node.Start.Line;
        foreach (var (key, value) in YamlFile.Mapping(file, node, $"a mapping with the keys {string.Join(", ", known)}"))
        {
            if (!known.Contains(key.Value))
            {
                var hint = Spelling.Nearest(key.Value!, known) is { } near ? $"did you mean '{near}'?" : $"known are {string.Join(", ", known)}";
                throw YamlMistake.At(file, key.Start, $"there is no key '{key.Value}'; {hint}");
            }

            values.Add(key.Value!, value);
        }
    }

    public static YamlFields Read(string file, string text, params string[] known) =>
        new(file, YamlFile.Parse(file, text) ?? throw YamlMistake.At(file, 1, $"the file is empty; it needs {string.Join(", ", known)}"), known);

    public Placed Text(string key) => TextOrNone(key) ?? throw YamlMistake.At(file, line, $"'{key}' is missing; add {key}: …");

    public Placed? TextOrNone(string key) => values.TryGetValue(key, out var value) ? Scalar(value, $"'{key}' must be text") : null;

    public IReadOnlyList<Placed> List(string key)
    {
        if (!values.TryGetValue(key, out var value)) return [];
        return value is YamlSequenceNode list
            ? [.. list.Children.Select(item => Scalar(item, $"an entry of '{key}' must be text"))]
            : throw YamlMistake.At(file, value.Start, $"'{key}' must be a list, such as [{(key == "tools" ? "leads.*" : "crm")}]");
    }

    public YamlFields? Inner(string key, params string[] known) => values.TryGetValue(key, out var value) ? new YamlFields(file, value, known) : null;

    public decimal? Positive(string key, bool whole = false)
    {
        if (TextOrNone(key) is not { } written) return null;
        return decimal.TryParse(written.Text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            && number is > 0 and <= 1_000_000_000 && (!whole || decimal.IsInteger(number))
            ? number
            : throw written.Wrong($"'{key}' must be a {(whole ? "whole " : "")}number above 0, but is '{written.Text}'");
    }

    private Placed Scalar(YamlNode node, string wrong) => node is YamlScalarNode { Value: { } text } && text.Trim() is { Length: > 0 } trimmed
        ? new Placed(trimmed, file, node.Start.Line)
        : throw YamlMistake.At(file, node.Start, wrong);
}
