namespace AgentOS.Knowledge.Analysis;

/// <summary>
/// The stem of an Arabic word: without clitics and endings, as in Larkey's light stemming ("Light Stemming for Arabic Information Retrieval", 2007)
/// with the clitics that light10 leaves, and without the long vowels inside, in which a broken plural differs from its singular: عميل and عملاء,
/// مشروع and مشاريع. A single ف or ك in front stays, since more words begin with it than have it as a clitic. Letter groups (<see cref="Grams"/>) tell apart what falls together here by chance.
/// </summary>
internal static class ArabicStem
{
    private static readonly string[] Articles = ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "بال", "كال", "فال", "لل", "ال"];

    private static readonly string[] Endings =
        ["تهما", "هما", "كما", "تها", "تهم", "ها", "هم", "هن", "كم", "نا", "ان", "ات", "ون", "ين", "يه", "ته", "وا", "تي", "تا", "ه", "ي", "ا"];

    /// <summary>Without clitics and endings alone: عميل and عمل stay two words.</summary>
    /// <param name="word">A folded word of three letters or more.</param>
    public static string Light(string word) => WithoutEndings(WithoutClitics(word)).ToString();

    /// <param name="word">A folded word of three letters or more.</param>
    public static string Of(string word)
    {
        var stem = WithoutEndings(WithoutClitics(word));
        if (stem.Length == 5 && stem[0] == 'ا' && stem[3] == 'ا') stem = stem[1..];
        return stem.Length < 4 ? stem.ToString() : WithoutLongVowels(stem);
    }

    /// <param name="word">A folded word.</param>
    public static ReadOnlySpan<char> WithoutClitics(ReadOnlySpan<char> word)
    {
        foreach (var article in Articles)
            if (word.Length - article.Length >= 2 && word.StartsWith(article, StringComparison.Ordinal)) return word[article.Length..];
        if (word.Length > 4 && word[0] == 'و') word = word[1..];
        if (word.Length > 4 && word[0] is 'ب' or 'ل') word = word[1..];
        return word.Length > 4 && word[0] == 'س' && word[1] is 'ي' or 'ت' or 'ن' ? word[1..] : word;
    }

    /// <summary>Two of them at most: the plural's and the owner's.</summary>
    private static ReadOnlySpan<char> WithoutEndings(ReadOnlySpan<char> word)
    {
        for (var round = 0; round < 2; round++)
        {
            foreach (var ending in Endings)
            {
                if (word.Length - ending.Length < 3 || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
                word = word[..^ending.Length];
                break;
            }
        }

        return word;
    }

    private static string WithoutLongVowels(ReadOnlySpan<char> stem)
    {
        Span<char> kept = stackalloc char[stem.Length];
        var length = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            var inside = i > 0 && i < stem.Length - 1;
            if (!(inside && stem[i] is 'ا' or 'و' or 'ي') && !(i > 0 && stem[i] == 'ء')) kept[length++] = stem[i];
        }

        if (length > 3 && kept[length - 1] == 'ا') length--;
        return length >= 3 ? new string(kept[..length]) : stem.ToString();
    }
}
