using AgentOS.Knowledge.Benchmarks;

namespace AgentOS.Knowledge.Tests.Collections;

/// <summary>Against values worked out by hand.</summary>
public sealed class RankingMeasuresTests
{
    private static readonly Dictionary<string, int> Judged = new() { ["a"] = 2, ["c"] = 1, ["x"] = 1, ["n"] = 0, ["m"] = -1 };

    [Fact]
    public void Ndcg_GradedJudgements_IsGainOverThatOfTheBestOrder()
    {
        // 2/log2(2) + 1/log2(4) = 2.5 over 2/log2(2) + 1/log2(3) + 1/log2(4) = 3.130930.
        Assert.Equal(2.5 / 3.1309297535714573, RankingMeasures.Ndcg(["a", "n", "c", "d"], Judged, 10), 12);
        Assert.Equal(1, RankingMeasures.Ndcg(["a", "x", "c"], Judged, 10), 12);
        // At depth 1 the best order has one document as well.
        Assert.Equal(.5, RankingMeasures.Ndcg(["c", "a"], Judged, 1), 12);
    }

    [Fact]
    public void Ndcg_NothingRelevantFoundOrThere_IsZero()
    {
        Assert.Equal(0, RankingMeasures.Ndcg(["m", "n", "y"], Judged, 10));
        Assert.Equal(0, RankingMeasures.Ndcg(["a"], new Dictionary<string, int> { ["n"] = 0 }, 10));
        Assert.Equal(0, RankingMeasures.Ndcg([], Judged, 10));
    }

    [Fact]
    public void AveragePrecision_TwoOfThreeFound_CountsTheThirdAsZero()
    {
        // (1/1 + 2/3 + 0) / 3.
        Assert.Equal(5.0 / 9, RankingMeasures.AveragePrecision(["a", "n", "c", "d"], Judged, 100), 12);
        Assert.Equal(1.0 / 3, RankingMeasures.AveragePrecision(["a", "n", "c", "d"], Judged, 2), 12);
    }

    [Theory]
    [InlineData(10, 2.0 / 3)]
    [InlineData(2, 1.0 / 3)]
    public void Recall_AtADepth_IsTheShareFound(int depth, double expected) =>
        Assert.Equal(expected, RankingMeasures.Recall(["a", "n", "c", "d"], Judged, depth), 12);

    [Theory]
    [InlineData(.5, 5)]
    [InlineData(.99, 10)]
    [InlineData(.9, 9)]
    [InlineData(0, 1)]
    public void Quantile_TenValues_IsTheNearestRank(double share, double expected) =>
        Assert.Equal(expected, RankingMeasures.Quantile([.. Enumerable.Range(1, 10).Select(n => (double)n)], share));
}
