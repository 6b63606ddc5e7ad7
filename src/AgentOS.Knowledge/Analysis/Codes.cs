namespace AgentOS.Knowledge.Analysis;

/// <summary>Letters and digits that are one name together: SO-1001, ESP-1KG, B2B. However its marks are written, a code is one word.</summary>
internal static class Codes
{
    private const int MostPieces = 3, LongestCode = 24;

    /// <summary>Where the code ends that starts here; the start itself where none does.</summary>
    public static int End(string text, int start)
    {
        if (!char.IsAsciiLetter(text[start])) return start;
        var (at, pieces, digits) = (start, 1, false);
        for (; at < text.Length; at++)
        {
            if (char.IsAsciiLetter(text[at])) continue;
            if (Folding.Digit(text[at]) >= 0) digits = true;
            else if (text[at] is '-' or '_' && at + 1 < text.Length && IsPart(text[at + 1])) pieces++;
            else break;
        }

        return digits && pieces <= MostPieces && at - start <= LongestCode && (at == text.Length || !char.IsLetter(text[at])) ? at : start;
    }

    /// <summary>Adds the code, and then its letters and its digits as well, so that who knows only a part finds it.</summary>
    public static void Add(string text, int start, int end, List<Token> tokens)
    {
        Span<char> whole = stackalloc char[end - start];
        var length = 0;
        for (var i = start; i < end; i++)
            if (IsPart(text[i])) whole[length++] = Folded(text[i]);
        tokens.Add(new Token(new string(whole[..length]), start, end, TokenKind.Code));
        for (var at = start; at < end;)
        {
            var from = at++;
            while (at < end && IsPart(text[at]) && IsPart(text[from]) && char.IsAsciiLetter(text[at]) == char.IsAsciiLetter(text[from])) at++;
            if (at - from >= 2) tokens.Add(new Token(Folding.Fold(text.AsSpan(from, at - from)), from, at, TokenKind.PartOfCode));
        }
    }

    private static bool IsPart(char c) => char.IsAsciiLetter(c) || Folding.Digit(c) >= 0;

    private static char Folded(char c) => Folding.Digit(c) is var digit and >= 0 ? (char)('0' + digit) : char.ToLowerInvariant(c);
}
