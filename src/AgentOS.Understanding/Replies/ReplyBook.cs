using System.Text;
using System.Text.RegularExpressions;
using AgentOS.Understanding.Training;
using YamlDotNet.RepresentationModel;

namespace AgentOS.Understanding.Replies;

/// <summary>What the embedded model itself says, in one language; everything about the business comes from the tools' own views.</summary>
internal sealed partial class ReplyBook
{
    private static readonly ReplyBook English = new(Language.English), Arabic = new(Language.Arabic);
    private readonly Dictionary<string, string> texts = [];
    private readonly Dictionary<string, string> arguments = [];
    private readonly Dictionary<string, string> choices = [];

    private ReplyBook(string language)
    {
        LanguageCode = language;
        foreach (var (key, value) in BuiltIn.Map($"replies.{language}.yaml"))
        {
            if (value is YamlScalarNode { Value: { } text }) texts[key] = text;
            else if (value is YamlMappingNode words)
                foreach (var (name, word) in words) (key == "choices" ? choices : arguments)[((YamlScalarNode)name).Value!] = ((YamlScalarNode)word).Value!;
        }
    }

    public string LanguageCode { get; }

    public static ReplyBook For(string language) => language == Language.Arabic ? Arabic : English;

    public string Say(string key, params ReadOnlySpan<(string Slot, string Value)> slots)
    {
        var text = new StringBuilder(texts[key]);
        foreach (var (slot, value) in slots) text.Replace("{" + slot + "}", value);
        return text.ToString();
    }

    /// <summary>A regular expression that what a template says fits; <see langword="null"/> when there is no such template.</summary>
    public string? Pattern(string key) => texts.TryGetValue(key, out var text) ? Slot().Replace(Regex.Escape(text), ".*") : null;

    /// <summary>The words for an argument or entity, or <see langword="null"/>.</summary>
    public string? Word(string name) => arguments.GetValueOrDefault(name);

    /// <summary>The words for one of an enumeration's values.</summary>
    public string Choice(string value) => choices.GetValueOrDefault(value) ?? value.Replace('_', ' ');

    /// <summary>Choices as a numbered list, one a line.</summary>
    public static string Numbered(IEnumerable<string> choices) => string.Join('\n', choices.Select((c, i) => $"{i + 1}. {c}"));

    public string Either(IReadOnlyList<string> choices) => choices.Count < 2
        ? string.Concat(choices)
        : $"{string.Join(LanguageCode == Language.Arabic ? "، " : ", ", choices.Take(choices.Count - 1))} {texts["or"]} {choices[^1]}";

    [GeneratedRegex(@"\\\{\w+}")]
    private static partial Regex Slot();
}
