namespace AgentOS.Understanding.Measures;

/// <summary>What another threshold would give.</summary>
/// <param name="Threshold">Utterances less surely in scope than this would be refused.</param>
/// <param name="InScopeAccuracy">The share of the utterances in scope that would be given their intent.</param>
/// <param name="OutOfScopeRecall">The share of those out of scope that would be refused.</param>
public sealed record ScopePoint(double Threshold, double InScopeAccuracy, double OutOfScopeRecall);

/// <summary>How in-scope accuracy is traded for finding what is out of scope.</summary>
public static class ScopeCurve
{
    private const int Steps = 20;

    /// <summary>Points from refusing nothing to refusing nearly all; empty when the utterances are not of both kinds.</summary>
    public static IReadOnlyList<ScopePoint> Of(IReadOnlyList<Judged> judged)
    {
        var inside = judged.Where(j => j.Expected.Intent is not null).ToList();
        var outside = judged.Where(j => j.Expected.Intent is null).ToList();
        if (inside.Count == 0 || outside.Count == 0) return [];
        // Thresholds at even steps of what is found, since the scores crowd at one end.
        var scores = outside.Select(j => (double)j.Given.InScope).Order().ToList();
        var thresholds = Enumerable.Range(1, Steps - 1).Select(i => scores[i * scores.Count / Steps]).Prepend(0).Distinct();
        return
        [
            .. thresholds.Select(t => new ScopePoint(
                t,
                (double)inside.Count(j => j.Given.InScope >= t && j.Given.Ranking.Count > 0 && j.Given.Ranking[0].Name == j.Expected.Intent) / inside.Count,
                (double)outside.Count(j => j.Given.InScope < t) / outside.Count)),
        ];
    }
}
