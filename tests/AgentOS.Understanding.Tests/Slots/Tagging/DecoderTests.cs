using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Tests.Slots.Tagging;

public sealed class DecoderTests
{
    private const int Length = 4;
    private static readonly SlotLabels Labels = new(["a", "b"]);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Best_AnyScores_IsNoWorseThanEveryOtherRow(int seed)
    {
        var dice = new Dice((ulong)seed);
        var scores = new float[Length * Labels.Outputs];
        var moves = new ChainMoves(Labels.Width);
        foreach (var table in (float[][])[scores, moves.Direct, moves.Later, moves.Within])
            for (var i = 0; i < table.Length; i++) table[i] = (dice.Unit() - 0.5f) * 4;
        var path = new TokenLabel[Length];

        new Decoder(Labels).Best(scores, moves, path);

        var best = Rows(0).Max(row => Score(row, scores, moves));
        Assert.Equal(best, Score(path, scores, moves), 0.001f);
    }

    [Fact]
    public void Best_ManySlotsOfWhichFewArePossible_FindsThese()
    {
        var labels = new SlotLabels([.. Enumerable.Range(0, 40).Select(i => $"slot {i}")]);
        var scores = new float[3 * labels.Outputs];
        for (var token = 0; token < 3; token++) scores.AsSpan(token * labels.Outputs, labels.Outside).Fill(-20);
        scores[17] = scores[labels.Outputs + 17] = scores[(2 * labels.Outputs) + 33] = 5;
        scores[labels.Begins(17)] = scores[labels.Outputs + labels.Ends(17)] = 3;
        scores[labels.Outputs + labels.Begins(17)] = -1;
        var path = new TokenLabel[3];

        new Decoder(labels).Best(scores, new ChainMoves(labels.Width), path);

        Assert.Equal([new(17, true, false), new(17, false, true), new(33, true, true)], path);
    }

    /// <summary>Every row of labels from a token on.</summary>
    private static IEnumerable<TokenLabel[]> Rows(int from)
    {
        if (from == Length) return [[]];
        var rows = Rows(from + 1).Select(rest => (TokenLabel[])[new TokenLabel(Labels.Outside, false, false), .. rest]).ToList();
        for (var label = 0; label < Labels.Outside; label++)
            for (var end = from + 1; end <= Length; end++)
                foreach (var rest in Rows(end))
                    rows.Add([.. Enumerable.Range(from, end - from).Select(i => new TokenLabel(label, i == from, i == end - 1)), .. rest]);
        return rows;
    }

    private static float Score(TokenLabel[] row, float[] scores, ChainMoves moves)
    {
        var sum = 0f;
        var seen = Labels.Outside;
        for (var t = 0; t < Length; t++)
        {
            var (label, begins, ends, _) = row[t];
            var own = scores.AsSpan(t * Labels.Outputs, Labels.Outputs);
            sum += own[label] + (begins ? own[Labels.Begins(label)] : 0) + (ends ? own[Labels.Ends(label)] : 0);
            var isDirect = t > 0 && row[t - 1].Label != Labels.Outside;
            if (label == Labels.Outside || begins) sum += (isDirect ? moves.Direct : moves.Later)[(seen * Labels.Width) + label];
            else sum += moves.Within[((((ends ? 2 : 0) + (row[t - 1].Begins ? 0 : 1)) * Labels.Width) + label)];
            if (label != Labels.Outside) seen = label;
        }

        return sum;
    }
}
