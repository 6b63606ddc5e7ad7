using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Tests.Slots.Tagging;

public sealed class LatticeTests
{
    private static readonly SlotLabels Labels = new(["a", "b", "c"]);

    [Fact]
    public void Gradient_NothingLearntOfOneToken_TakesEverythingForEquallyLikely()
    {
        var scores = new float[Labels.Outputs];

        new Lattice(Labels).Gradient(scores, [new TokenLabel(1, true, true)], Even(), new ChainMoves(Labels.Width));

        Assert.Equal(0.75f, scores[1], 0.0001f);
        Assert.Equal(0.75f, scores[Labels.Begins(1)], 0.0001f);
        Assert.Equal(0.75f, scores[Labels.Ends(1)], 0.0001f);
        Assert.Equal(-0.25f, scores[0], 0.0001f);
        Assert.Equal(-0.25f, scores[Labels.Outside], 0.0001f);
    }

    [Fact]
    public void Gradient_AnyScores_SumsToNothingAtEachToken()
    {
        var scores = new float[3 * Labels.Outputs];
        for (var i = 0; i < scores.Length; i++) scores[i] = ((i * 37 % 11) - 5) / 4f;
        TokenLabel[] gold = [new(0, true, false), new(0, false, true), new(Labels.Outside, false, false)];

        new Lattice(Labels).Gradient(scores, gold, Even(), new ChainMoves(Labels.Width));

        for (var t = 0; t < gold.Length; t++)
            Assert.Equal(0, scores.AsSpan(t * Labels.Outputs, Labels.Outside + 1).ToArray().Sum(), 0.0001f);
    }

    [Fact]
    public void Gradient_ImpossibleScores_LearnsNothing()
    {
        var scores = new float[Labels.Outputs];
        scores[0] = float.NaN;

        new Lattice(Labels).Gradient(scores, [new TokenLabel(1, true, true)], Even(), new ChainMoves(Labels.Width));

        Assert.All(scores, s => Assert.Equal(0, s));
    }

    private static ChainMoves Even()
    {
        var moves = new ChainMoves(Labels.Width);
        new ChainMoves(Labels.Width).Exponentiate(moves);
        return moves;
    }
}
