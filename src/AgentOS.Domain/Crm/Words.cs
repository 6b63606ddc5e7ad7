using System.Text;
using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>What people type into fields, checked and tidied.</summary>
internal static class Words
{
    /// <summary>A value as a sentence says it: <c>needs analysis</c>.</summary>
    public static string Of(Enum value) => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()).Replace('_', ' ');

    /// <summary>Trimmed text that must be there.</summary>
    public static string Required(string? text, string field, int longest = Longest.Name) =>
        Optional(text, field, longest)
        ?? throw new ToolException("text_required", $"The {field} must not be empty.", Field(field));

    /// <summary>Trimmed text, or <see langword="null"/> when there is none.</summary>
    public static string? Optional(string? text, string field, int longest = Longest.Name)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        return text.Length <= longest
            ? text
            : throw new ToolException("text_too_long", $"The {field} may have at most {longest} characters.", Field(field, ("longest", longest)));
    }

    /// <summary>The Arabic name: what was given as such, or the name itself when it is written in Arabic.</summary>
    public static string? ArabicName(string? arabic, string name) =>
        Optional(arabic, "name") ?? (Language.Of(name) == Language.Arabic && name.Any(char.IsLetter) ? name.Trim() : null);

    /// <summary>An e-mail address in lower case, or <see langword="null"/>.</summary>
    public static string? Email(string? text)
    {
        text = Optional(text, "email", Longest.Email)?.ToLowerInvariant();
        if (text is null) return null;
        var at = text.IndexOf('@', StringComparison.Ordinal);
        var sound = at > 0 && at == text.LastIndexOf('@') && text.IndexOf('.', at) > at + 1 && text[^1] != '.' && !text.Any(char.IsWhiteSpace);
        return sound ? text : throw new ToolException("email_invalid", $"'{text}' is not an e-mail address.", Value(text));
    }

    /// <summary>A telephone number as digits with an optional plus sign in front, or <see langword="null"/>.</summary>
    public static string? Phone(string? text)
    {
        text = Optional(text, "phone");
        if (text is null) return null;
        var digits = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) digits.Append((int)char.GetNumericValue(c));
            else if (c == '+' && digits.Length == 0) digits.Append('+');
            else if (c is not (' ' or '-' or '(' or ')' or '.' or '/')) throw Wrong(text);
        }

        return digits.Length - (digits.Length > 0 && digits[0] == '+' ? 1 : 0) is >= 7 and <= 15 ? digits.ToString() : throw Wrong(text);

        static ToolException Wrong(string text) => new("phone_invalid", $"'{text}' is not a telephone number.", Value(text));
    }

    private static Dictionary<string, object?> Value(string text) => new() { ["value"] = text };

    private static Dictionary<string, object?> Field(string field, params ReadOnlySpan<(string, object?)> more)
    {
        var details = new Dictionary<string, object?> { ["field"] = field };
        foreach (var (key, value) in more) details[key] = value;
        return details;
    }
}
