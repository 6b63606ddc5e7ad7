using System.Globalization;
using System.Text;

namespace AgentOS.Understanding.Text;

/// <summary>Makes spellings of one word equal: case, diacritics, tatweel, the hamza's seats, taa marbuta, digits.</summary>
internal static class Folding
{
    /// <summary>The character after the last that <see cref="Latin"/> knows.</summary>
    private const char AfterLatin = '\u0250';

    private const char Unknown = '\uFFFF';

    /// <summary>What each Latin letter with marks becomes, for those that become one character.</summary>
    private static readonly char[] Latin = [.. Enumerable.Range(0, AfterLatin).Select(c => Slow([(char)c]) is { Length: 1 } one ? one[0] : Unknown)];

    public static string Fold(ReadOnlySpan<char> text)
    {
        var ascii = true;
        foreach (var c in text) ascii &= c < 128;
        if (ascii) return Lower(text);
        return Plain(text) ?? Slow(text);
    }

    /// <summary>The digit's worth in any of the three sets in use, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
        _ => -1,
    };

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFEFC';

    public static bool IsIgnorable(char c) => c == '\u0640' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format;

    private static string Slow(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormD))
        {
            if (IsIgnorable(c)) continue;
            folded.Append(Digit(c) is var digit and >= 0 ? (char)('0' + digit) : Letter(char.ToLowerInvariant(c)));
        }

        return folded.ToString();
    }

    /// <summary>The same without normalising, for Latin letters and the plain Arabic ones, which is nearly all text; null for others.</summary>
    private static string? Plain(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var letter = c switch
            {
                < AfterLatin => Latin[c],
                'آ' or 'أ' or 'إ' => 'ا',
                'ؤ' => 'و',
                'ئ' => 'ي',
                >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي' => Letter(c),
                '’' or '؟' or '،' or '؛' => Letter(c),
                >= '\u0660' and <= '\u0669' => (char)('0' + Digit(c)),
                >= '\u064B' and <= '\u065F' or '\u0640' => '\0',
                _ => Unknown,
            };
            if (letter == Unknown) return null;
            if (letter != '\0') folded[length++] = letter;
        }

        return new string(folded[..length]);
    }

    /// <summary>The text without halves of surrogate pairs, which have no normal form.</summary>
    private static string Whole(ReadOnlySpan<char> text)
    {
        var whole = text.ToString();
        for (var i = 0; i < whole.Length; i++)
        {
            if (!char.IsSurrogate(whole[i])) continue;
            if (i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1])) i++;
            else whole = whole.Remove(i, 1).Insert(i, "\uFFFD");
        }

        return whole;
    }

    private static string Lower(ReadOnlySpan<char> text)
    {
        Span<char> lower = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        text.ToLowerInvariant(lower);
        return new string(lower);
    }

    private static char Letter(char c) => c switch
    {
        'ى' or 'ی' or 'ې' => 'ي',
        'ة' or 'ە' or 'ہ' => 'ه',
        'ک' => 'ك',
        'گ' => 'ق',
        'ٱ' => 'ا',
        '’' or 'ʼ' => '\'',
        _ => c,
    };
}
