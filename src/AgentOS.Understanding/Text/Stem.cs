namespace AgentOS.Understanding.Text;

/// <summary>A rough stem, good enough to bring a word's forms together as a feature; never shown.</summary>
internal static class Stem
{
    private static readonly string[] ArabicPrefixes = ["هال", "وال", "عال", "بال", "فال", "كال", "لل", "ال", "وب", "ول", "و", "ب", "ل", "ف"];
    private static readonly string[] ArabicSuffixes = ["هم", "ها", "نا", "كم", "ات", "ين", "ون", "يه", "ه", "ي", "ت"];
    private static readonly string[] EnglishSuffixes = ["ings", "ing", "ies", "ed", "es", "s", "e", "y"];

    public static ReadOnlySpan<char> Of(ReadOnlySpan<char> word)
    {
        if (word.Length < 4) return word;
        if (!Folding.IsArabic(word[0])) return Without(word, EnglishSuffixes, 3);
        foreach (var prefix in ArabicPrefixes)
        {
            if (word.Length - prefix.Length >= 3 && word.StartsWith(prefix, StringComparison.Ordinal))
            {
                word = word[prefix.Length..];
                break;
            }
        }

        return Without(word, ArabicSuffixes, 3);
    }

    /// <summary>An Arabic word's consonants, which broken plurals share with their singular: عميل and عملاء.</summary>
    public static string Skeleton(ReadOnlySpan<char> word)
    {
        var stem = Of(word);
        Span<char> kept = stackalloc char[Math.Min(stem.Length, 32)];
        var count = 0;
        foreach (var c in stem[..kept.Length])
            if (c is not ('ا' or 'و' or 'ي' or 'ء' or 'ه')) kept[count++] = c;
        return count >= 2 ? new string(kept[..count]) : stem.ToString();
    }

    private static ReadOnlySpan<char> Without(ReadOnlySpan<char> word, string[] suffixes, int least)
    {
        foreach (var suffix in suffixes)
            if (word.Length - suffix.Length >= least && word.EndsWith(suffix, StringComparison.Ordinal)) return word[..^suffix.Length];
        return word;
    }
}
