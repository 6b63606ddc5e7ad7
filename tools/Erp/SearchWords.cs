namespace AgentOS.Tools.Erp;

/// <summary>The words of a search.</summary>
internal static class SearchWords
{
    private const int Most = 6;

    /// <summary>Its words in lower case, without the Arabic article and the English plural, which names lack.</summary>
    public static IEnumerable<string> Of(string? text) =>
        (text ?? "").ToLowerInvariant().Split([' ', ',', '،', '؟', '?'], StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(Stem);

    private static string Stem(string word) => word switch
    {
        ['ا', 'ل', _, _, _, ..] => word[2..],
        [_, _, _, .., 's'] => word[..^1],
        _ => word,
    };
}
