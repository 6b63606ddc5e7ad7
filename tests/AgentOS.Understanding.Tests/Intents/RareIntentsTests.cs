using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;

namespace AgentOS.Understanding.Tests.Intents;

public sealed class RareIntentsTests
{
    private static readonly string[] Intents = ["order", "refund"];

    [Fact]
    public void Lifts_AsManyExamplesOfEach_AreNothing() => Assert.All(RareIntents.Lifts([.. Examples("order", 7), .. Examples("refund", 7)], Intents, 2), lift => Assert.Equal(0, lift, 5));

    [Fact]
    public void Lifts_OneIsRarer_LiftItAboveTheOtherByAPartOfTheLogarithm()
    {
        var lifts = RareIntents.Lifts([.. Examples("order", 80), .. Examples("refund", 10)], Intents, 2);

        Assert.Equal(0.15 * Math.Log(8), lifts[1] - lifts[0], 4);
        Assert.Equal(0, lifts[0] + lifts[1], 5);
    }

    [Fact]
    public void Lifts_OutOfScopeIsLearnt_LeaveItAsItIs() => Assert.Equal(0, RareIntents.Lifts([.. Examples("order", 8), .. Examples("refund", 2), .. Examples(null, 1)], Intents, 3)[2]);

    private static IEnumerable<LabelledUtterance> Examples(string? intent, int count) => Enumerable.Range(0, count).Select(i => new LabelledUtterance($"words {i}", intent, []));
}
