using System.Collections.Frozen;
using System.Text.RegularExpressions;
using AgentOS.Runtime.Schema;

namespace AgentOS.Runtime.Presentation;

/// <summary>
/// Finds a template's mistakes at start without compiling it, which would take longer than the whole start may:
/// tags that are not closed, blocks that do not match, helpers and labels that do not exist.
/// </summary>
internal static partial class TemplateCheck
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create("if", "unless", "each", "with");

    public static void Run(ViewTemplate template, TemplateRules rules)
    {
        var open = new Stack<(string Name, int Offset)>();
        var at = 0;
        foreach (Match tag in Tag().Matches(template.Text))
        {
            if (tag.Index < at) continue;
            at = tag.Index + tag.Length;
            if (!tag.Groups["end"].Success) throw Wrong(template, tag.Index, "a tag begins with {{ but is not closed by }}");
            CheckTag(template, tag.Groups["body"].Value.Trim().Trim('~').Trim(), tag.Index, open, rules);
        }

        if (open.Count > 0) throw Wrong(template, open.Peek().Offset, $"{{{{#{open.Peek().Name}}}}} is never closed; add {{{{/{open.Peek().Name}}}}}");
    }

    private static void CheckTag(ViewTemplate template, string body, int offset, Stack<(string Name, int Offset)> open, TemplateRules rules)
    {
        if (body.Length == 0) throw Wrong(template, offset, "a tag is empty");
        if (body[0] == '!') return;
        var words = Word().Matches(body[0] is '#' or '/' or '{' ? body[1..].TrimEnd('}') : body).Select(m => m.Value).ToList();
        var name = words.Count > 0 ? words[0] : "";
        switch (body[0])
        {
            case '#' when !Blocks.Contains(name):
                throw Wrong(template, offset, $"there is no block {{{{#{name}}}}}{Hint(name, Blocks)}");
            case '#':
                open.Push((name, offset));
                if (words.Count < 2) throw Wrong(template, offset, $"{{{{#{name}}}}} needs a value");
                CheckVariable(template, offset, words[1], rules);
                break;
            case '/':
                if (open.Count == 0 || open.Pop().Name != name) throw Wrong(template, offset, $"{{{{/{name}}}}} closes no {{{{#{name}}}}}");
                break;
            case '>':
                if (!rules.Parts.Contains(body[1..].Trim())) throw Wrong(template, offset, $"there is nothing called '{body[1..].Trim()}' to take in{Hint(body[1..].Trim(), rules.Parts)}");
                break;
            default:
                if (name == "else")
                {
                    if (open.Count == 0) throw Wrong(template, offset, "{{else}} stands outside a block");
                    break;
                }

                CheckCall(template, offset, name, words, rules);
                break;
        }
    }

    private static void CheckCall(ViewTemplate template, int offset, string name, List<string> words, TemplateRules rules)
    {
        if (words.Count == 1) CheckVariable(template, offset, name, rules);
        if (words.Count > 1 && !rules.Helpers.Contains(name))
            throw Wrong(template, offset, $"there is no helper '{name}'{Hint(name, rules.Helpers)}");
        if (name == "label" && words.Count > 1 && words[1][0] is '"' or '\'' && !rules.Labels.Contains(words[1].Trim('"', '\'')))
            throw Wrong(template, offset, $"there are no labels {words[1]}{Hint(words[1].Trim('"', '\''), rules.Labels)}");
    }

    private static void CheckVariable(ViewTemplate template, int offset, string name, TemplateRules rules)
    {
        if (rules.Variables?.Contains(name) == false) throw Wrong(template, offset, $"there is no value '{name}'{Hint(name, rules.Variables)}");
    }

    private static string Hint(string name, IEnumerable<string> known) =>
        Spelling.Nearest(name, known) is { } near ? $"; did you mean '{near}'?"
        : known.Any() ? $"; known are {string.Join(", ", known.Order(StringComparer.Ordinal))}" : "";

    private static PresentationException Wrong(ViewTemplate template, int offset, string what)
    {
        var colon = template.Place.LastIndexOf(':');
        var line = int.Parse(template.Place.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture) + template.Text.AsSpan(0, offset).Count('\n');
        return new PresentationException($"{template.Place[..colon]}:{line}: template '{template.Name}': {what}.");
    }

    [GeneratedRegex(@"\{\{(?<body>(?:(?!\{\{\w|\}\}).)*)(?<end>\}\}\}?)?", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex("\"[^\"]*\"|'[^']*'|[^\\s\"']+")]
    private static partial Regex Word();
}
