namespace AgentOS.Understanding.Text;

/// <summary>Cuts text into words, numbers, record numbers, addresses and marks. Scripts never share a token.</summary>
internal static class Tokenizer
{
    public static List<Token> Tokenize(string text)
    {
        var tokens = new List<Token>(16);
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) && c != '\n' || Folding.IsIgnorable(c))
            {
                at++;
                continue;
            }

            var end = Address(text, at);
            var kind = TokenKind.Address;
            if (end == at) (end, kind) = (Code(text, at), TokenKind.Code);
            if (end == at) (end, kind) = (Number(text, at), TokenKind.Number);
            if (end == at) (end, kind) = (Word(text, at), TokenKind.Word);
            if (end == at) (end, kind) = (at + (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1), TokenKind.Mark);
            tokens.Add(new Token(Folding.Fold(text.AsSpan(at, end - at)), at, end, kind) { IsCapital = char.IsUpper(c) });
            at = end;
        }

        return tokens;
    }

    private static int Word(string text, int start)
    {
        if (!char.IsLetter(text[start]) && text[start] != '\'' && text[start] != '’') return start;
        var arabic = Folding.IsArabic(text[start]);
        var at = start;
        while (at < text.Length)
        {
            var c = text[at];
            if (Folding.IsIgnorable(c) && !char.IsWhiteSpace(c)) at++;
            else if (char.IsLetter(c) && Folding.IsArabic(c) == arabic) at++;
            else if (IsApostrophe(c) && at + 1 < text.Length && char.IsLetter(text[at + 1]) && !(at > start && IsPossessive(text, at))) at++;
            else break;
        }

        return at;
    }

    private static bool IsApostrophe(char c) => c is '\'' or '’';

    private static bool IsPossessive(string text, int at) =>
        text[at + 1] is 's' or 'S' && (at + 2 == text.Length || !char.IsLetter(text[at + 2]));

    /// <summary>Digits with separators between them: 12,500 · 3.5 · 15:30 · 24/11/2026 · +966 is left to the phone reader.</summary>
    private static int Number(string text, int start)
    {
        var at = start;
        if (text[at] == '+' && at + 1 < text.Length && Folding.Digit(text[at + 1]) >= 0) at++;
        if (Folding.Digit(text[at]) < 0) return start;
        while (at < text.Length)
        {
            if (Folding.Digit(text[at]) >= 0) at++;
            else if (text[at] is '.' or ',' or ':' or '/' or '-' or '٫' or '٬' && at + 1 < text.Length && Folding.Digit(text[at + 1]) >= 0) at++;
            else break;
        }

        return at;
    }

    /// <summary>A record's number or code: SO-1001, CUST-00001, ESP-1KG.</summary>
    private static int Code(string text, int start)
    {
        var at = start;
        while (at < text.Length && char.IsAsciiLetter(text[at])) at++;
        if (at - start is < 1 or > 6 || at + 1 >= text.Length || text[at] != '-') return start;
        var digits = false;
        for (at++; at < text.Length && (char.IsAsciiLetter(text[at]) || Folding.Digit(text[at]) >= 0); at++) digits |= Folding.Digit(text[at]) >= 0;
        return digits ? at : start;
    }

    private static int Address(string text, int start)
    {
        if (!char.IsAsciiLetterOrDigit(text[start])) return start;
        if (Web(text, start) is var web && web > start) return web;
        var at = start;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '_' or '%' or '+' or '-')) at++;
        if (at >= text.Length || text[at] != '@') return start;
        var host = ++at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-')) at++;
        while (at > host && text[at - 1] is '.' or '-') at--;
        return text.AsSpan(host, at - host).Contains('.') ? at : start;
    }

    /// <summary>https://example.com/a?b=c and www.example.com, without the sentence's own mark at the end.</summary>
    private static int Web(string text, int start)
    {
        var rest = text.AsSpan(start);
        if (!rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase) && !rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase)) return start;
        var end = start;
        while (end < text.Length && !char.IsWhiteSpace(text[end]) && text[end] is not ('<' or '>' or '"' or '،' or '؟')) end++;
        while (end > start && text[end - 1] is '.' or ',' or '!' or '?' or ';' or ':' or ')') end--;
        return rest[..(end - start)].Contains('.') ? end : start;
    }
}
