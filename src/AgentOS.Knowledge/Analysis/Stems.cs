namespace AgentOS.Knowledge.Analysis;

/// <summary>One stem for the forms of a word, whichever the language; never shown.</summary>
internal static class Stems
{
    /// <summary>What a word is searched by: broken plurals meet their singulars, and some words meet by chance.</summary>
    /// <param name="word">A folded word.</param>
    public static string Of(string word)
    {
        if (word.Length < 3) return word;
        if (Folding.IsArabic(word[0])) return ArabicStem.Of(word);
        return char.IsAsciiLetter(word[0]) ? EnglishStem.Of(word) : word;
    }

    /// <summary>What a word is read by: only its clitics and endings are gone, so that hardly any two words meet by chance.</summary>
    /// <param name="word">A folded word.</param>
    public static string Light(string word) => word.Length >= 3 && Folding.IsArabic(word[0]) ? ArabicStem.Light(word) : Of(word);
}
