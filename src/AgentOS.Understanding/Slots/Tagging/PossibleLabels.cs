using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// The few slots that an utterance may have at all: of most, every token says clearly that it is none. What is left is laid out like the whole, only
/// narrower, since what the best row of labels costs grows with the square of their number. Holds the memory for it; for one thread.
/// </summary>
internal sealed class PossibleLabels(SlotLabels labels)
{
    /// <summary>A slot that is worse than the best by more than this at every token is left out.</summary>
    private const float Margin = 4;

    private readonly float[] most = new float[labels.Width], values = new float[labels.Width];
    private readonly int[] chosen = new int[labels.Width];
    private readonly ChainMoves?[] narrow = new ChainMoves?[(labels.Width / Lanes.Count) + 1];
    private float[] scores = [];

    /// <summary>How many slots are left; also the number of being outside.</summary>
    public int Outside { get; private set; }

    /// <summary>The moves between them.</summary>
    public ChainMoves Moves { get; private set; } = new(0);

    /// <summary>The tokens' scores for them.</summary>
    public ReadOnlySpan<float> Scores => scores;

    /// <summary>What a number stands for among all labels.</summary>
    public int this[int number] => chosen[number];

    /// <summary>Chooses the slots of an utterance.</summary>
    /// <param name="all">Each token's scores for all labels.</param>
    /// <param name="moves">The moves between all.</param>
    /// <param name="length">How many tokens there are.</param>
    public void Choose(ReadOnlySpan<float> all, ChainMoves moves, int length)
    {
        Compare(all, length);
        Outside = 0;
        for (var label = 0; label < labels.Outside; label++)
            if (most[label] > -Margin) chosen[Outside++] = label;
        chosen[Outside] = labels.Outside;
        var width = Lanes.Round(Outside + 1);
        Moves = narrow[width / Lanes.Count] ??= new ChainMoves(width);
        Lanes.Reserve(ref scores, length * 3 * width);
        for (var row = 0; row < 3 * length; row++) Gather(all.Slice(row * labels.Width, labels.Width), scores.AsSpan(row * width, width));
        for (var row = 0; row <= Outside; row++)
        {
            Gather(moves.Row(moves.Direct, chosen[row]), Moves.Direct.AsSpan(row * width, width));
            Gather(moves.Row(moves.Later, chosen[row]), Moves.Later.AsSpan(row * width, width));
        }

        for (var row = 0; row < ChainMoves.Continuing; row++) Gather(moves.Row(moves.Within, row), Moves.Within.AsSpan(row * width, width));
    }

    /// <summary>How much worse than the token's best each slot is, where it comes nearest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Compare(ReadOnlySpan<float> all, int length)
    {
        var width = labels.Width;
        most.AsSpan().Fill(float.NegativeInfinity);
        for (var t = 0; t < length; t++)
        {
            var row = all.Slice(t * 3 * width, 3 * width);
            var best = Vector256.Create(row[labels.Outside]);
            for (var s = 0; s < width; s += Lanes.Count)
            {
                var value = Vector256.Create(row[s..]) + Vector256.Max(Vector256<float>.Zero, Vector256.Create(row[(width + s)..])) + Vector256.Max(Vector256<float>.Zero, Vector256.Create(row[((2 * width) + s)..]));
                value.CopyTo(values, s);
                best = Vector256.Max(best, value);
            }

            var highest = best[0];
            for (var lane = 1; lane < Lanes.Count; lane++) highest = MathF.Max(highest, best[lane]);
            for (var s = 0; s < width; s += Lanes.Count)
                Vector256.Max(Vector256.Create<float>(most.AsSpan(s)), Vector256.Create<float>(values.AsSpan(s)) - Vector256.Create(highest)).CopyTo(most, s);
        }
    }

    private void Gather(ReadOnlySpan<float> from, Span<float> into)
    {
        for (var i = 0; i <= Outside; i++) into[i] = from[chosen[i]];
        into[(Outside + 1)..].Clear();
    }
}
