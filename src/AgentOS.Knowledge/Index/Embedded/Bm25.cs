using System.Globalization;

namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>
/// BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009): a term brings its rarity ln(1 + (N − n + ½)/(n + ½)) times
/// tf·(k1 + 1)/(tf + k1·(1 − b + b·length/average)).
/// </summary>
/// <param name="K1">How soon saying a word again stops counting.</param>
/// <param name="B">How much long passages are held against them.</param>
internal readonly record struct Bm25(double K1, double B)
{
    /// <summary>What both indexes go by; the values were chosen with those of <see cref="Ranking.RankingSettings"/>.</summary>
    public static readonly Bm25 Usual = new(Ranking.RankingSettings.Default.K1, Ranking.RankingSettings.Default.B);

    public static double Rarity(int passages, int frequency) => Math.Log(1 + (Math.Max(passages - frequency, 0) + .5) / (frequency + .5));

    /// <summary>What a term brings to a passage, without its rarity.</summary>
    public double Part(int count, int length, double average) => count * (K1 + 1) / (count + K1 * (1 - B + B * length / average));

    /// <summary>The same in single precision and without the factor k1 + 1.</summary>
    public float Impact(int count, int length, float average) => count / (count + (float)K1 * (1 - (float)B + (float)B * length / average));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"bm25 {K1} {B}");
}
