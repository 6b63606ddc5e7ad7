namespace AgentOS.Knowledge.Analysis;

/// <summary>What a word is looked up by: one stem for the forms of a word, whichever the language; never shown.</summary>
internal static class Stems
{
    /// <param name="word">A folded word.</param>
    public static string Of(string word)
    {
        if (word.Length < 3) return word;
        if (Folding.IsArabic(word[0])) return ArabicStem.Of(word);
        return char.IsAsciiLetter(word[0]) ? EnglishStem.Of(word) : word;
    }
}
