namespace AgentOS.Understanding.Measures;

/// <summary>Two intents that are mixed up, in one direction.</summary>
/// <param name="Expected">What was meant; <see langword="null"/> for out of scope.</param>
/// <param name="Given">What it was taken for.</param>
/// <param name="Utterances">What was said.</param>
public sealed record Confusion(string? Expected, string? Given, IReadOnlyList<Judged> Utterances)
{
    /// <summary>All that are mixed up, the most frequent first.</summary>
    public static IReadOnlyList<Confusion> Of(IEnumerable<Judged> judged) =>
    [
        .. judged.Where(j => !j.IntentIsRight)
            .GroupBy(j => (j.Expected.Intent, j.Given.Intent))
            .Select(g => new Confusion(g.Key.Item1, g.Key.Item2, [.. g]))
            .OrderByDescending(c => c.Utterances.Count).ThenBy(c => c.Expected, StringComparer.Ordinal).ThenBy(c => c.Given, StringComparer.Ordinal),
    ];
}
