namespace AgentOS.Knowledge.Analysis;

/// <summary>Cuts text into words, numbers and codes, in the order of reading. Scripts never share a word; marks are left out.</summary>
internal static class Tokenizer
{
    private const int LongestWord = 64;

    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(text.Length / 6 + 4);
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (Folding.Digit(c) >= 0)
            {
                at = Number(text, at, tokens);
            }
            else if (!IsLetter(text, at))
            {
                at++;
            }
            else if (Codes.End(text, at) is var code && code > at)
            {
                Codes.Add(text, at, code, tokens);
                at = code;
            }
            else
            {
                at = Word(text, at, tokens);
            }
        }

        return tokens;
    }

    private static int Word(string text, int start, List<Token> tokens)
    {
        var arabic = Folding.IsArabic(text[start]);
        var at = start + 1;
        for (; at < text.Length && at - start < LongestWord; at++)
        {
            var c = text[at];
            if (Folding.IsIgnorable(c) || IsLetter(text, at) && Folding.IsArabic(c) == arabic) continue;
            if (c is '\'' or '’' && at + 1 < text.Length && char.IsLetter(text[at + 1]) && !IsPossessive(text, at)) continue;
            break;
        }

        if (Folding.Fold(text.AsSpan(start, at - start)) is { Length: > 0 } word) tokens.Add(new Token(word, start, at, TokenKind.Word));
        return at < text.Length && IsPossessive(text, at) ? at + 2 : at;
    }

    /// <summary>Letters, also those beyond the first plane, which are written as pairs.</summary>
    private static bool IsLetter(string text, int at) =>
        char.IsLetter(text[at]) || char.IsSurrogate(text[at]) && (char.IsLetter(text, at) || at > 0 && char.IsLowSurrogate(text[at]) && char.IsLetter(text, at - 1));

    private static bool IsPossessive(string text, int at) =>
        text[at] is '\'' or '’' && at + 1 < text.Length && text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetterOrDigit(text[at + 2]));

    /// <summary>Digits with marks between them: 12,500 · 3.5 · ٣٫٥. Dates and times fall into their numbers.</summary>
    private static int Number(string text, int start, List<Token> tokens)
    {
        var at = start + 1;
        while (at < text.Length && (Folding.Digit(text[at]) >= 0 || text[at] is '.' or ',' or '٫' or '٬' && at + 1 < text.Length && Folding.Digit(text[at + 1]) >= 0)) at++;
        tokens.Add(new Token(Numerals.Plain(text.AsSpan(start, at - start)), start, at, TokenKind.Number));
        return at;
    }
}
