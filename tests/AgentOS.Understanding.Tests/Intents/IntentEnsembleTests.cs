using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Intents.Networks;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Tests.Intents;

public sealed class IntentEnsembleTests
{
    private static readonly string[] Asked = ["book a table for two", "book book a flight to Riyadh to Riyadh", "what is the weather like", "كم سعر القهوة", "كم كم سعر الطاولة", "cancel the the table"];

    [Theory]
    [InlineData("book a table")]
    [InlineData("the the weather the weather")]
    [InlineData("كم سعر الطاولة")]
    public void Score_KeptAndPackedSums_AreNearWhatTheNetworksMakeOfTheFeatures(string text)
    {
        var raw = Asked.Select(a => UtteranceFeatures.Of(Tokenizer.Tokenize(a))).ToArray();
        var index = FeatureIndex.Of(raw, areFew: true);
        var vectors = raw.Select(r => Weighed(index, r)).ToArray();
        NetworkSettings[] settings = [new() { Hidden = 64, Passes = 30 }, new() { First = Block.Words, Hidden = 32, Passes = 30 }, new() { Last = Block.ClassPairs, Hidden = 96, Passes = 30 }];
        var members = settings.Select((s, m) => NetworkTrainer.Train(s, index, vectors, [0, 1, 2, 3, 3, 4], 5, [0, 1, 2, 3, 4, 5], m + 1)).ToArray();
        var tokens = Tokenizer.Tokenize(text);
        var (scores, expected, own) = (new float[5], new float[5], new float[5]);
        foreach (var member in members)
        {
            member.Score(Weighed(index, UtteranceFeatures.Of(tokens)), own);
            FixedOrder.AddScaled(own, 1f / members.Length, expected);
        }

        new IntentEnsemble(index, members).Score(tokens, scores);

        for (var i = 1; i < scores.Length; i++) Assert.Equal(expected[i] - expected[0], scores[i] - scores[0], 0.05f);
    }

    [Fact]
    public void Score_ThousandsOfWords_Answers()
    {
        var raw = Asked.Select(a => UtteranceFeatures.Of(Tokenizer.Tokenize(a))).ToArray();
        var index = FeatureIndex.Of(raw, areFew: true);
        var member = NetworkTrainer.Train(new NetworkSettings { Hidden = 32 }, index, [.. raw.Select(r => Weighed(index, r))], [0, 1, 2, 3, 3, 4], 5, [0, 1, 2, 3, 4, 5], 1);
        var scores = new float[5];

        new IntentEnsemble(index, [member]).Score(Tokenizer.Tokenize(string.Join(' ', Enumerable.Repeat("book a table what كم", 2_000))), scores);

        Assert.All(scores, score => Assert.True(float.IsFinite(score)));
    }

    private static SparseVector Weighed(FeatureIndex index, List<RawFeature> raw)
    {
        var vector = new SparseVector();
        index.Weigh(raw, vector);
        return vector.Copy();
    }
}
