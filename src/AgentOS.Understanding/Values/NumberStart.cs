namespace AgentOS.Understanding.Values;

/// <summary>With which words a number can begin; most words are done with here.</summary>
internal static class NumberStart
{
    private static readonly HashSet<string> Words =
    [
        .. NumberWords.Units.Keys, .. NumberWords.Multipliers.Keys.Except(NumberWords.Suffixes), .. NumberWords.Fractions.Keys,
        "a", "an", "half", "quarter", "couple", "جوز", "minus", "سالب", "احد", "احدي", "اثنا", "اثني", "اثنتا", "اثنتي",
    ];

    /// <summary>Words that only look like a number with a particle: "a list of".</summary>
    private static readonly HashSet<string> Others = ["لسته", "لستت", "بسته", "بستان"];

    /// <summary>The words that a number can begin with.</summary>
    public static IEnumerable<string> Starts => Words;

    public static bool MayBegin(string word) =>
        Words.Contains(word) || !Others.Contains(word) && word.Length >= 4 && word[0] is 'و' or 'ب' or 'ل' && Words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word.AsSpan(1));
}
