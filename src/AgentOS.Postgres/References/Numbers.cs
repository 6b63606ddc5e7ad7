using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AgentOS.Postgres.References;

/// <summary>Numbers as people say them: so-1001, #1001, ١٠٠١, "order SO 1001".</summary>
internal static partial class Numbers
{
    /// <summary>The number in what was said: itself when it is nothing else, or the only one within.</summary>
    public static string? In(string text)
    {
        text = Western(text).Trim().TrimStart('#').Trim();
        if (text.Length == 0) return null;
        if (!text.Contains(' ', StringComparison.Ordinal)) return text.ToUpperInvariant();
        var parts = Coded().Matches(text);
        return parts.Count == 1 ? $"{parts[0].Groups[1].Value}-{parts[0].Groups[2].Value}".ToUpperInvariant() : null;
    }

    /// <summary>Writes digits alone as the table's numbers are written: 7 as LEAD-00007 beside LEAD-00123.</summary>
    public static string? Like(string digits, string? sample)
    {
        if (sample is null || !digits.All(char.IsAsciiDigit)) return null;
        var written = Tail().Match(sample);
        return written.Success ? string.Concat(sample.AsSpan(0, written.Index), digits.TrimStart('0').PadLeft(written.Length, '0')) : null;
    }

    private static string Western(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            var digit = letter > 127 ? CharUnicodeInfo.GetDecimalDigitValue(letter) : -1;
            result.Append(digit >= 0 ? (char)('0' + digit) : letter);
        }

        return result.ToString();
    }

    [GeneratedRegex(@"\b([A-Za-z]{2,6})[- ]?(\d{3,})\b")]
    private static partial Regex Coded();

    [GeneratedRegex(@"\d+$")]
    private static partial Regex Tail();
}
