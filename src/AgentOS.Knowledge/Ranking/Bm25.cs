namespace AgentOS.Knowledge.Ranking;

/// <summary>BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), part by part.</summary>
internal static class Bm25
{
    /// <summary>ln(1 + (N − n + ½) / (n + ½)): never below zero.</summary>
    public static double Idf(int passages, int frequency) => Math.Log(1 + ((Math.Max(0, passages - frequency) + .5) / (frequency + .5)));

    /// <summary>tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)).</summary>
    public static double Saturation(double count, double length, double average, RankingSettings settings) =>
        count * (settings.K1 + 1) / (count + (settings.K1 * (1 - settings.B + (settings.B * length / average))));
}
