namespace AgentOS.Knowledge.Benchmarks;

/// <summary>How good a ranking is, as trec_eval counts it.</summary>
internal static class RankingMeasures
{
    /// <summary>
    /// Normalised discounted cumulative gain: the sum of gain / log2(rank + 1) over the first ranks, over that of the best possible ranking. The gain is the
    /// judgement itself, as trec_eval and pytrec_eval take it (Järvelin and Kekäläinen, 2002).
    /// </summary>
    public static double Ndcg(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int depth)
    {
        var ideal = Gain(judged.Values.Where(g => g > 0).OrderDescending().Take(depth));
        return ideal == 0 ? 0 : Gain(ranking.Take(depth).Select(id => Math.Max(0, judged.GetValueOrDefault(id)))) / ideal;
    }

    /// <summary>Average precision: the mean, over the relevant documents, of the precision at the rank where each was found; 0 for one that was not.</summary>
    public static double AveragePrecision(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int depth)
    {
        var relevant = judged.Values.Count(g => g > 0);
        double sum = 0;
        var found = 0;
        for (var rank = 0; rank < Math.Min(depth, ranking.Count); rank++)
            if (judged.GetValueOrDefault(ranking[rank]) > 0) sum += (double)++found / (rank + 1);
        return relevant == 0 ? 0 : sum / relevant;
    }

    /// <summary>The share of the relevant documents that stand among the first.</summary>
    public static double Recall(IReadOnlyList<string> ranking, IReadOnlyDictionary<string, int> judged, int depth)
    {
        var relevant = judged.Values.Count(g => g > 0);
        return relevant == 0 ? 0 : (double)ranking.Take(depth).Count(id => judged.GetValueOrDefault(id) > 0) / relevant;
    }

    /// <summary>The least of the values that so great a share does not exceed (the nearest rank).</summary>
    public static double Quantile(IReadOnlyList<double> sorted, double share) => sorted.Count == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Count) - 1, 0, sorted.Count - 1)];

    private static double Gain(IEnumerable<int> gains) => gains.Select((gain, rank) => gain / Math.Log2(rank + 2)).Sum();
}
