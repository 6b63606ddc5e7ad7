using System.Globalization;
using System.Text;

namespace AgentOS.Runtime.Presentation;

/// <summary>Says a view that has no template: its members line by line, lists numbered.</summary>
internal sealed class PlainRendering(TemplateFunctions functions)
{
    public string Render(object? data)
    {
        var text = new StringBuilder();
        Append(text, data, "");
        return text.ToString();
    }

    private void Append(StringBuilder text, object? data, string indent)
    {
        if (data is Dictionary<string, object?> members && !IsMoney(members))
        {
            foreach (var (name, value) in members)
            {
                if (value is null or List<object?> { Count: 0 } || name is "id" || name.EndsWith("Id", StringComparison.Ordinal)) continue;
                AppendMember(text, Spaced(name), value, indent);
            }
        }
        else if (data is List<object?> items)
        {
            for (var i = 0; i < items.Count; i++)
                AppendMember(text, (i + 1).ToString(CultureInfo.InvariantCulture) + ".", items[i], indent);
        }
        else
        {
            text.Append(indent).AppendLine(Scalar(data));
        }
    }

    private void AppendMember(StringBuilder text, string name, object? value, string indent)
    {
        var separator = name.EndsWith('.') ? "" : ":";
        if (value is List<object?> || (value is Dictionary<string, object?> members && !IsMoney(members)))
        {
            text.Append(indent).Append(name).AppendLine(separator);
            Append(text, value, indent + "  ");
        }
        else
        {
            text.Append(indent).Append(name).Append(separator).Append(' ').AppendLine(Scalar(value));
        }
    }

    private string Scalar(object? value) => value switch
    {
        string { Length: >= 10 } text when char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-' => functions.Date(text),
        Dictionary<string, object?> or decimal => functions.Money(value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static bool IsMoney(Dictionary<string, object?> members) =>
        members.Count == 2 && members.ContainsKey("amount") && members.ContainsKey("currency");

    // expectedClose → Expected close
    private static string Spaced(string name)
    {
        var words = string.Concat(name.Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : $"{c}"));
        return char.ToUpperInvariant(words[0]) + words[1..];
    }
}
