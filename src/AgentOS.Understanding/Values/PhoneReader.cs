using System.Text;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads telephone numbers: +966 50 123 4567 · 00966501234567 · 0501234567 · (011) 123-4567 · 9200 12345.</summary>
internal static class PhoneReader
{
    private const int Shortest = 9;
    private const int Longest = 15;
    private static readonly string[] Beginnings = ["966", "971", "965", "973", "974", "968", "920", "800"];

    public static int Read(IReadOnlyList<Token> tokens, int start, out string phone)
    {
        phone = "";
        var at = start;
        var bracket = tokens[at].IsMark('(') && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number;
        if (bracket) at++;
        if (tokens[at].Kind != TokenKind.Number || !bracket && !MayBegin(tokens[at].Norm)) return 0;
        var digits = new StringBuilder(Longest + 1);
        for (var first = at; at < tokens.Count; at++)
        {
            var token = tokens[at];
            if (bracket && token.IsMark(')') && at == first + 1 || token.IsMark('-') && at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Number && tokens[at + 1].Start == token.End) continue;
            if (token.Kind != TokenKind.Number || at > first && (token.Start - tokens[at - 1].End > 1 || token.Norm[0] == '+') || token.Norm.AsSpan().IndexOfAny(",:/") >= 0) break;
            foreach (var c in token.Norm)
                if (c is '+' or >= '0' and <= '9') digits.Append(c);
        }

        if (digits.Length is < Shortest or > Longest + 2) return 0;
        phone = Canonical(digits.ToString());
        return IsPhone(phone) ? at - start : 0;
    }

    private static bool MayBegin(string digits) =>
        digits[0] is '+' or '0' || digits.Length >= Shortest && digits.AsSpan().IndexOfAny(".,:/") < 0 || digits.Length is 3 or 4 && Begins(digits);

    private static bool IsPhone(string phone) => phone[0] switch
    {
        '+' => phone.Length is >= 9 and <= Longest + 1,
        '0' => phone.Length is 9 or 10 or 11,
        '5' when phone.Length == 9 => true,
        _ => Begins(phone) && phone.Length is 9 or 10 or 11 or 12,
    };

    private static bool Begins(string digits)
    {
        foreach (var beginning in Beginnings)
            if (digits.StartsWith(beginning, StringComparison.Ordinal)) return true;
        return false;
    }

    /// <summary>00 and + are the same; so is a country's number without either.</summary>
    private static string Canonical(string digits)
    {
        if (digits.StartsWith("00", StringComparison.Ordinal)) return "+" + digits[2..];
        return digits.Length is 11 or 12 && digits[0] == '9' && Begins(digits) ? "+" + digits : digits;
    }
}
