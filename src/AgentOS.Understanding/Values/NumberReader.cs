using System.Globalization;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads numbers in digits and in words: 1,250 · 1.5k · two hundred and fifty · خمسة وعشرين · ٣ آلاف · نص.</summary>
internal static class NumberReader
{
    /// <summary>Reads the longest number that begins at <paramref name="start"/>; returns how many tokens it takes, 0 for none.</summary>
    public static int Read(IReadOnlyList<Token> tokens, int start, out decimal value)
    {
        decimal total = 0, current = 0;
        var at = start;
        var any = false;
        if (tokens[at].Norm is "a" or "an" && at + 1 < tokens.Count && IsAfterArticle(tokens[at + 1].Norm)) (at, current) = (at + 1, 1);
        if (tokens[at].Norm == "half" && at + 2 < tokens.Count && tokens[at + 1].Norm == "a" && IsAfterArticle(tokens[at + 2].Norm)) (at, current, any) = (at + 2, 0.5m, true);
        if (tokens[at].Norm is "couple" or "جوز") (at, current, any) = (Of(tokens, at + 1), 2, true);
        while (!(any && tokens.Count > start && tokens[start].Norm is "couple") && at < tokens.Count)
        {
            var next = at;
            if (any && tokens[next].Norm is "and" or "و" && next + 1 < tokens.Count) next++;
            var joined = next > at;
            if (!Part(tokens[next], any, out var part, out var multiplies, out var clitic)) break;
            var goesOn = Continues(current, part) || (joined || clitic) && IsArabicWord(tokens[next]) && AddsTens(current, part);
            if (any && !multiplies && !goesOn || joined && multiplies) break;
            if (any && tokens[next].Kind == TokenKind.Number) break;
            if (!multiplies) current += part;
            else if (part >= 1000) (total, current) = (total + ((current == 0 && (!any || total == 0) ? 1 : current) * part), 0);
            else current = (current == 0 ? 1 : current) * part;
            any = true;
            at = next + 1;
        }

        value = total + current;
        if (any && at < tokens.Count && tokens[at].Norm is "ونص" or "ونصف" or "ونصفه") (at, value) = (at + 1, value + 0.5m * Scale(tokens[at - 1]));
        return any ? at - start : 0;
    }

    public static bool Digits(string text, out decimal value)
    {
        value = 0;
        var trimmed = text.AsSpan().TrimStart('+');
        if (trimmed.IndexOfAny(":/-") >= 0) return false;
        var plain = trimmed.ToString().Replace("٬", "", StringComparison.Ordinal).Replace('٫', '.');
        if (plain.Contains(',') && !IsGrouped(plain)) plain = plain.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsGrouped(string digits)
    {
        var groups = digits.Split('.')[0].Split(',');
        return groups.Skip(1).All(g => g.Length == 3);
    }

    private static bool Part(Token token, bool any, out decimal value, out bool multiplies, out bool clitic)
    {
        multiplies = clitic = false;
        value = 0;
        if (token.Kind == TokenKind.Number) return Digits(token.Norm, out value);
        if (token.Kind != TokenKind.Word) return false;
        if (Word(token.Norm, any, out value, out multiplies)) return true;
        if (token.Norm.Length < 4 || token.Norm[0] is not ('و' or 'ب' or 'ل') || any && token.Norm[0] != 'و') return false;
        clitic = true;
        return Word(token.Norm[1..], any && token.Norm[0] != 'و', out value, out multiplies);
    }

    private static bool Word(string word, bool any, out decimal value, out bool multiplies)
    {
        multiplies = NumberWords.Multipliers.TryGetValue(word, out value);
        if (multiplies) return any || word is not ("k" or "m" or "mn");
        if (NumberWords.Units.TryGetValue(word, out value)) return true;
        if (!any && NumberWords.Halves.Contains(word))
        {
            value = 0.5m;
            return true;
        }

        return false;
    }

    private static bool Continues(decimal current, decimal part) =>
        part < 10 && current is >= 20 && current % 10 == 0 || part < 100 && current >= 100 && current % 100 == 0 || current == 0;

    /// <summary>In Arabic the units come before the tens, and "and" joins thousands to hundreds: خمسة وعشرين, ألفين وخمسمية.</summary>
    private static bool AddsTens(decimal current, decimal part) =>
        current < 10 && part is >= 20 and < 100 || current >= 1000 && part < 1000 || current % 100 is > 0 and < 10 && part is >= 20 and < 100;

    private static bool IsArabicWord(Token token) => token.Kind == TokenKind.Word && Folding.IsArabic(token.Norm[0]);

    private static bool IsAfterArticle(string word) => NumberWords.Multipliers.ContainsKey(word) && word.Length > 2 || word is "couple" or "half";

    private static int Of(IReadOnlyList<Token> tokens, int at) => at < tokens.Count && tokens[at].Norm == "of" ? at + 1 : at;

    private static decimal Scale(Token last) => NumberWords.Multipliers.TryGetValue(last.Norm, out var scale) ? scale : 1;
}
