using System.Text;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads telephone numbers: +966 50 123 4567 · 0501234567 · 050-123-4567.</summary>
internal static class PhoneReader
{
    private const int Shortest = 9;
    private const int Longest = 15;

    public static int Read(IReadOnlyList<Token> tokens, int start, out string phone)
    {
        phone = "";
        var first = tokens[start];
        if (first.Kind != TokenKind.Number || first.Norm[0] is not ('+' or '0') && first.Norm.Length < Shortest || first.Norm.AsSpan().IndexOfAny(".,:/") >= 0) return 0;
        var digits = new StringBuilder();
        var at = start;
        while (at < tokens.Count && tokens[at].Kind == TokenKind.Number && (at == start || tokens[at].Start - tokens[at - 1].End <= 1 && tokens[at].Norm[0] != '+'))
        {
            foreach (var c in tokens[at].Norm)
                if (c is '+' or >= '0' and <= '9') digits.Append(c);
            at++;
        }

        if (digits.Length is < Shortest or > Longest + 1) return 0;
        phone = digits.ToString();
        return at - start;
    }
}
