using System.Globalization;
using System.Text;

namespace AgentOS.Knowledge.Answers.Words;

/// <summary>Brings the spellings and the forms of a word together, so that a question's words meet a sentence's. Never shown.</summary>
internal static class WordForms
{
    private static readonly string[] Prefixes = ["وال", "بال", "فال", "كال", "لل", "ال"];
    private static readonly string[] Suffixes = ["هم", "ها", "نا", "كم", "ات", "ين", "ون", "ان", "يه", "ا", "ه", "ي"];

    /// <summary>Case, diacritics, tatweel, the hamza's seats, taa marbuta and digits made equal.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormKC))
        {
            if (c == '\u0640' || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format) continue;
            folded.Append(c switch
            {
                'أ' or 'إ' or 'آ' or 'ٱ' => 'ا',
                'ى' or 'ئ' => 'ي',
                'ؤ' => 'و',
                'ة' => 'ه',
                'é' or 'è' => 'e',
                >= '\u0660' and <= '\u0669' => (char)('0' + c - '\u0660'),
                _ => char.ToLowerInvariant(c),
            });
        }

        return folded.ToString();
    }

    /// <summary>A folded word without article, joined particles and endings.</summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || char.IsAsciiDigit(word[0])) return word;
        return word[0] is >= '\u0600' and <= '\u06FF' ? Arabic(word) : English(word);
    }

    private static string Arabic(string word)
    {
        if (word.Length > 5 && word[0] == 'و' && word[1] == 'ا' && word[2] == 'ل') word = word[1..];
        foreach (var prefix in Prefixes)
        {
            if (word.Length - prefix.Length < 3 || !word.StartsWith(prefix, StringComparison.Ordinal)) continue;
            word = word[prefix.Length..];
            break;
        }

        foreach (var suffix in Suffixes)
            if (word.Length - suffix.Length >= 3 && word.EndsWith(suffix, StringComparison.Ordinal)) return word[..^suffix.Length];
        return word;
    }

    private static string English(string word)
    {
        if (word.EndsWith("'s", StringComparison.Ordinal)) word = word[..^2];
        if (word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal)) return word[..^3] + "y";
        foreach (var suffix in (ReadOnlySpan<string>)["ings", "ing", "ed", "es", "s"])
        {
            if (word.Length - suffix.Length < 3 || !word.EndsWith(suffix, StringComparison.Ordinal) || word.EndsWith("ss", StringComparison.Ordinal)) continue;
            word = word[..^suffix.Length];
            if (suffix != "s" && word.Length > 3 && word[^1] == word[^2]) word = word[..^1];
            break;
        }

        return word.Length > 3 && word[^1] == 'e' ? word[..^1] : word;
    }
}
