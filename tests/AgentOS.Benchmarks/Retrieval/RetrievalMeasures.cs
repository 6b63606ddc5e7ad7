namespace AgentOS.Benchmarks.Retrieval;

/// <summary>How good a ranking is, as trec_eval counts: each from 0 to 1.</summary>
internal static class RetrievalMeasures
{
    /// <summary>Normalised discounted cumulative gain of the first so many; the gain is the grade.</summary>
    public static double Ndcg(IReadOnlyList<int> ranking, IReadOnlyDictionary<int, double> relevant, int depth = 10)
    {
        var gained = ranking.Take(depth).Select((passage, i) => relevant.GetValueOrDefault(passage) / Math.Log2(i + 2)).Sum();
        return gained / relevant.Values.OrderDescending().Take(depth).Select((grade, i) => grade / Math.Log2(i + 2)).Sum();
    }

    /// <summary>Average precision over the whole ranking; what is not in it counts 0.</summary>
    public static double AveragePrecision(IReadOnlyList<int> ranking, IReadOnlyDictionary<int, double> relevant)
    {
        var (sum, found) = (0.0, 0);
        for (var i = 0; i < ranking.Count; i++)
            if (relevant.ContainsKey(ranking[i])) sum += ++found / (i + 1.0);
        return sum / relevant.Count;
    }

    /// <summary>The share of what is relevant that is among the first so many.</summary>
    public static double Recall(IReadOnlyList<int> ranking, IReadOnlyDictionary<int, double> relevant, int depth) =>
        (double)ranking.Take(depth).Count(relevant.ContainsKey) / relevant.Count;
}
