using System.Globalization;
using System.Text;

namespace AgentOS.Knowledge.Analysis;

/// <summary>Makes spellings of one word equal: case, accents, diacritics, tatweel, the hamza's seats, taa marbuta, ligatures, digits.</summary>
internal static class Folding
{
    public static string Fold(ReadOnlySpan<char> text)
    {
        Span<char> folded = text.Length <= 128 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var c in text)
        {
            var letter = Plain(c);
            if (letter == '\uFFFF') return Decomposed(text);
            if (letter != '\0') folded[length++] = letter;
        }

        return new string(folded[..length]);
    }

    /// <summary>The digit's worth in any of the three sets in use, or -1.</summary>
    public static int Digit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= '\u0660' and <= '\u0669' => c - '\u0660',
        >= '\u06F0' and <= '\u06F9' => c - '\u06F0',
        _ => -1,
    };

    public static bool IsArabic(char c) => c is >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC';

    /// <summary>Whether a character is part of a word and nothing by itself: a diacritic, tatweel, an invisible mark.</summary>
    public static bool IsIgnorable(char c) => c > 127 && (c == '\u0640' || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format);

    /// <summary>The folded character; 0 where it is left out, U+FFFF where it must be decomposed first.</summary>
    private static char Plain(char c) => c switch
    {
        < '\u0080' => char.ToLowerInvariant(c),
        '’' or 'ʼ' => '\'',
        'آ' or 'أ' or 'إ' or 'ٱ' => 'ا',
        'ؤ' => 'و',
        'ئ' or 'ى' or 'ی' => 'ي',
        'ة' or 'ہ' or 'ە' => 'ه',
        'ک' => 'ك',
        'گ' => 'ق',
        >= 'ء' and <= 'غ' or >= 'ف' and <= 'ي' => c,
        >= '\u064B' and <= '\u065F' or '\u0640' => '\0',
        _ => Digit(c) is var digit and >= 0 ? (char)('0' + digit) : '\uFFFF',
    };

    private static string Decomposed(ReadOnlySpan<char> text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in Whole(text).Normalize(NormalizationForm.FormKD))
        {
            if (IsIgnorable(c)) continue;
            var letter = Plain(c);
            if (letter != '\0') folded.Append(letter == '\uFFFF' ? char.ToLowerInvariant(c) : letter);
        }

        return folded.ToString();
    }

    /// <summary>The text without halves of surrogate pairs, which have no normal form.</summary>
    private static string Whole(ReadOnlySpan<char> text)
    {
        var whole = text.ToArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (!char.IsSurrogate(whole[i])) continue;
            if (i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1])) i++;
            else whole[i] = '\uFFFD';
        }

        return new string(whole);
    }
}
