namespace AgentOS.Tools.Erp;

/// <summary>The words of a search.</summary>
internal static class SearchWords
{
    private const int Most = 6;

    /// <summary>Its words without the English plural, which names lack.</summary>
    public static IEnumerable<string> Of(string? text) =>
        (text ?? "").Split([' ', ',', '،', '؟', '?'], StringSplitOptions.RemoveEmptyEntries).Take(Most).Select(Stem);

    private static string Stem(string word) => word switch
    {
        [_, _, _, .., 's' or 'S'] => word[..^1],
        _ => word,
    };
}
