using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Slots.Tagging;

public sealed class ScoreBlockTests
{
    private const int Width = 8;
    private static readonly ulong[] Keys = [Hash.Of("one"), Hash.Of("two")];

    [Fact]
    public void AddTo_SeveralFeatures_AddsWhatEachWouldAdd()
    {
        var (weights, features) = Learnt();
        var (together, apart) = (new float[Reach.Count * 3 * Width], new float[Reach.Count * 3 * Width]);

        ScoreBlock.Of(weights, features).AddTo(together);
        foreach (var feature in features.Features) weights.AddTo(apart, feature.Key, feature.Value);

        Assert.Equal(apart, together);
        Assert.Equal(1.5f, together[(Reach.Middle * 3 * Width) + 5]);
    }

    [Fact]
    public void AddTo_NothingLearnt_AddsNothing()
    {
        var scores = new float[Reach.Count * 3 * Width];
        var unknown = new FeatureBuffer();
        unknown.Add(0, Hash.Of("three"), Reach.Here);

        ScoreBlock.Of(Learnt().Weights, unknown).AddTo(scores);

        Assert.All(scores, score => Assert.Equal(0, score));
    }

    /// <summary>Two features that both speak of the token itself, and one of them of its neighbours.</summary>
    private static (TaggerWeights Weights, FeatureBuffer Features) Learnt()
    {
        var learnt = new ChainWeights([0, 2, 3, 4], [5, 9, 3, 5], Width);
        float[] values = [1.25f, -2, 0.5f, 0.25f];
        for (var feature = 0; feature < 3; feature++)
            foreach (ref var cell in learnt.Of(feature)) cell.Value = values[feature == 0 ? (cell.Output == 5 ? 0 : 1) : feature + 1];
        var features = new FeatureBuffer();
        foreach (var key in Keys) features.Add(0, key, new Reach(0b00101));
        return (TaggerWeights.Of([(Keys[0], 2), (Keys[0], 0), (Keys[1], 2)], learnt, 0.02f), features);
    }
}
