namespace AgentOS.Knowledge.Ranking;

/// <summary>
/// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009), with the rarity raised to a power, which holds the
/// words of the question's own form (who, how many, متى) down without a list of them.
/// </summary>
internal readonly struct Bm25(RankingSettings settings)
{
    private readonly double k1 = settings.K1;
    private readonly double b = settings.B;
    private readonly double power = settings.Rarity;

    /// <summary>ln(1 + (N − n + ½) / (n + ½)): never below zero.</summary>
    public static double Idf(int passages, int frequency) => Math.Log(1 + (Math.Max(0, passages - frequency) + .5) / (frequency + .5));

    public double Rarity(int passages, int frequency) => Math.Pow(Idf(passages, frequency), power);

    /// <summary>tf · (k1 + 1) / (tf + k1 · (1 − b + b · length / average)).</summary>
    public double Saturation(double count, double length, double average) => count * (k1 + 1) / (count + k1 * (1 - b + b * length / average));
}
