using System.Globalization;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Values;

/// <summary>Reads numbers in digits and in words: 1,250 · 1.5k · two hundred and fifty · خمسة وعشرين · ٣ آلاف · نص.</summary>
internal static class NumberReader
{
    private static readonly HashSet<string> BeforePronoun = WordTable.Set("this that the which another each every last next other same right wrong no any some first second third fourth fifth new old big small");
    private static readonly HashSet<string> AfterHalf = WordTable.Set("الشهر الليل السنه الاسبوع اليوم النهار");

    /// <summary>Reads the longest number that begins at <paramref name="start"/>; returns how many tokens it takes, 0 for none.</summary>
    public static int Read(IReadOnlyList<Token> tokens, int start, out decimal value)
    {
        value = 0;
        var reader = new Cursor(tokens, start);
        var first = tokens[start];
        if (first.Kind == TokenKind.Word && !NumberStart.MayBegin(first.Norm) || IsPronoun(reader) || IsOrdinal(reader)) return 0;
        var negative = reader is { Word: "minus" or "سالب" } && reader.PeekKind(1) == TokenKind.Number && reader.Take(reader.Word!);
        var sum = new NumberSum();
        if (Opening(ref reader, ref sum))
        {
            value = sum.Value;
            return reader.At - start;
        }

        while (reader.At < tokens.Count && (NumberFractions.Tail(ref reader, ref sum) || Part(ref reader, ref sum)))
        {
        }

        value = negative ? -sum.Value : sum.Value;
        return sum.Any ? reader.At - start : 0;
    }

    public static bool Digits(string text, out decimal value)
    {
        value = 0;
        var trimmed = text.AsSpan().TrimStart('+');
        if (trimmed.IndexOfAny(":/-") >= 0) return false;
        if (trimmed.IndexOfAny(".,٬٫") < 0) return decimal.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out value);
        var plain = trimmed.ToString().Replace("٬", "", StringComparison.Ordinal).Replace('٫', '.');
        if (plain.Contains(',') && !IsGrouped(plain.Split('.')[0], ',')) plain = plain.Replace(',', '.');
        if (plain.IndexOf('.') != plain.LastIndexOf('.') && IsGrouped(plain, '.')) plain = plain.Replace(".", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
    }

    private static bool IsGrouped(string digits, char separator) => digits.Split(separator).Skip(1).All(g => g.Length == 3);

    /// <summary>"a hundred" and "half a million" begin a number; "a couple of" is one.</summary>
    private static bool Opening(ref Cursor reader, ref NumberSum sum)
    {
        if (reader.Word is "a" or "an" && reader.Peek(1) is { } next && (IsAfterArticle(next) || next is "quarter" && reader.Peek(2) == "of")) reader.Skip();
        if (reader.Word is "couple" or "جوز")
        {
            reader.Skip();
            reader.Take("of");
            sum.Add(2);
            return true;
        }

        NumberFractions.Head(ref reader, ref sum);
        return false;
    }

    private static bool Part(ref Cursor reader, ref NumberSum sum)
    {
        var at = reader.At;
        var joined = sum.Any && (reader.Word is "and" or "و" || reader.Word == "-" && reader.IsJoined && sum.IsTens && reader.PeekKind(1) == TokenKind.Word) && reader.Peek(1) is not null;
        if (joined) reader.Skip();
        var token = reader.Tokens[reader.At];
        var mayJoin = joined || sum.Any && token.Norm[0] == 'و' && token.Norm.Length > 3;
        if (!Word(reader, sum.Any, out var part, out var multiplies, out var clitic)
            || sum.Any && token.Kind == TokenKind.Number
            || multiplies && joined
            || sum.Any && !multiplies && !sum.GoesOn(part, mayJoin && token.Kind == TokenKind.Word && Folding.IsArabic(token.Norm[0]), token.Norm is "عشر" or "عشره" && !joined && !clitic))
        {
            reader.At = at;
            return false;
        }

        if (multiplies) sum.Multiply(part);
        else sum.Add(part);
        reader.Skip();
        return true;
    }

    private static bool Word(in Cursor reader, bool any, out decimal value, out bool multiplies, out bool clitic)
    {
        multiplies = clitic = false;
        value = 0;
        var token = reader.Tokens[reader.At];
        if (token.Kind == TokenKind.Number) return Digits(token.Norm, out value);
        if (token.Kind != TokenKind.Word) return false;
        if (Plain(reader, token.Norm, any, out value, out multiplies)) return true;
        if (token.Norm.Length < 4 || token.Norm[0] is not ('و' or 'ب' or 'ل') || any && token.Norm[0] != 'و') return false;
        clitic = true;
        return Plain(reader, token.Norm[1..], any, out value, out multiplies);
    }

    private static bool Plain(in Cursor reader, string word, bool any, out decimal value, out bool multiplies)
    {
        multiplies = NumberWords.Multipliers.TryGetValue(word, out value);
        if (multiplies) return !NumberWords.Suffixes.Contains(word) || any && (reader.IsJoined || word is "k" or "mn" or "bn");
        if (NumberWords.Units.TryGetValue(word, out value)) return true;
        if (word is "احد" or "احدي" or "اثنا" or "اثني" or "اثنتا" or "اثنتي" && reader.Peek(1) is "عشر" or "عشره")
        {
            value = word.StartsWith("احد", StringComparison.Ordinal) ? 1 : 2;
            return true;
        }

        return !any && NumberWords.Fractions.TryGetValue(word, out value) && !(reader.Peek(1) is { } next && AfterHalf.Contains(next));
    }

    /// <summary>"this one", "the second one": it stands for a thing.</summary>
    private static bool IsPronoun(in Cursor reader) => reader.Word is "one" or "ones" && reader.Peek(-1) is { } before && BeforePronoun.Contains(before) && !NumberWords.Multipliers.ContainsKey(reader.Peek(1) ?? "");

    private static bool IsOrdinal(in Cursor reader) => reader.Kind == TokenKind.Number && reader.Peek(1) is "st" or "nd" or "rd" or "th" && reader.Tokens[reader.At + 1].Start == reader.Tokens[reader.At].End;

    private static bool IsAfterArticle(string word) => NumberWords.Multipliers.ContainsKey(word) && word.Length > 3 || word is "couple";
}
