using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>The best row of labels (Viterbi), over the same states as <see cref="Lattice"/>. Holds the memory for it; for one thread.</summary>
internal sealed class Decoder(SlotLabels labels)
{
    /// <summary>Predecessors that are worse than the best by more than this are not looked at.</summary>
    private const float Beam = 10;

    private static readonly Vector256<int> Numbers = Vector256.Create(0, 1, 2, 3, 4, 5, 6, 7);
    private readonly float[] outDirect = new float[labels.Width], outLater = new float[labels.Width];

    /// <summary>Nothing for a slot; less than anything for what fills the row up.</summary>
    private readonly float[] possible = new float[labels.Width];

    private readonly float[] best = new float[labels.Width];
    private readonly int[] from = new int[labels.Width];
    private readonly PossibleLabels few = new(labels);
    private float[] done = [], idle = [], first = [], inner = [];
    private int[] doneBack = [], idleBack = [], firstBack = [], innerBack = [];
    private int width, outside;

    private enum Step
    {
        Done,
        Idle,
        First,
        Inner,
    }

    /// <summary>Labels of <paramref name="path"/>'s length for the tokens' scores.</summary>
    public void Best(ReadOnlySpan<float> scores, ChainMoves moves, Span<TokenLabel> path)
    {
        if (path.IsEmpty) return;
        few.Choose(scores, moves, path.Length);
        Decode(few.Scores, few.Moves, few.Outside, path);
        for (var t = 0; t < path.Length; t++) path[t] = path[t] with { Label = few[path[t].Label] };
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Decode(ReadOnlySpan<float> scores, ChainMoves moves, int slots, Span<TokenLabel> path)
    {
        (width, outside) = (moves.Width, slots);
        Reserve(path.Length);
        possible.AsSpan(0, slots).Clear();
        possible.AsSpan(slots).Fill(float.NegativeInfinity);
        for (var l = 0; l < width; l++) (outDirect[l], outLater[l]) = (moves.Direct[(l * width) + outside], moves.Later[(l * width) + outside]);
        for (var t = 0; t < path.Length; t++) Advance(scores.Slice(t * 3 * width, 3 * width), t, moves);
        Trace(path);
    }

    private void Reserve(int length)
    {
        if (done.Length >= length * width) return;
        var size = Math.Max(length, 32) * width;
        (done, idle, first, inner) = (new float[size], new float[size], new float[size], new float[size]);
        (doneBack, idleBack, firstBack, innerBack) = (new int[size], new int[size], new int[size], new int[size]);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Advance(ReadOnlySpan<float> scores, int t, ChainMoves moves)
    {
        var (at, before) = (t * width, (t - 1) * width);
        Enter(t, before, moves);
        if (t == 0) idle.AsSpan(0, width).Fill(float.NegativeInfinity);
        for (var s = 0; s < width; s += Vector256<float>.Count)
        {
            var within = Load(scores, s);
            var ends = Load(scores, (2 * width) + s);
            var begun = Load(best, s) + within + Load(scores, width + s) + Load(possible, s);
            var alone = begun + ends;
            begun.CopyTo(first, at + s);
            Vector256.Create<int>(from.AsSpan(s)).CopyTo(firstBack, at + s);
            if (t == 0)
            {
                alone.CopyTo(done, s);
                Vector256.Create(float.NegativeInfinity).CopyTo(inner, s);
                Vector256.Create<int>(from.AsSpan(s)).CopyTo(doneBack, s);
                continue;
            }

            var states = (Numbers + Vector256.Create(s)) << 2;
            var (direct, later) = (Load(done, before + s) + Load(outDirect, s), Load(idle, before + s) + Load(outLater, s));
            var (idleBest, idleFrom) = Better(direct, later, states, Step.Done, Step.Idle);
            (idleBest + Vector256.Create(scores[outside])).CopyTo(idle, at + s);
            idleFrom.CopyTo(idleBack, at + s);

            var (started, going) = (Load(first, before + s), Load(inner, before + s));
            var (onBest, onFrom) = Better(started + Load(moves.Within, s), going + Load(moves.Within, width + s), states, Step.First, Step.Inner);
            (onBest + within).CopyTo(inner, at + s);
            onFrom.CopyTo(innerBack, at + s);

            var (lastBest, lastFrom) = Better(started + Load(moves.Within, (2 * width) + s), going + Load(moves.Within, (3 * width) + s), states, Step.First, Step.Inner);
            var last = lastBest + within + ends;
            var longer = Vector256.GreaterThan(last, alone);
            Vector256.ConditionalSelect(longer, last, alone).CopyTo(done, at + s);
            Vector256.ConditionalSelect(longer.AsInt32(), lastFrom, Vector256.Create<int>(from.AsSpan(s))).CopyTo(doneBack, at + s);
        }

        if (t == 0) idle[outside] = scores[outside] + moves.Later[(outside * width) + outside];
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Load(ReadOnlySpan<float> from, int at) => Vector256.Create(from[at..]);

    /// <summary>The better of two for each label, and the state that it comes from; of equals the second.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> Score, Vector256<int> From) Better(Vector256<float> left, Vector256<float> right, Vector256<int> states, Step ofLeft, Step ofRight)
    {
        var greater = Vector256.GreaterThan(left, right);
        return (Vector256.ConditionalSelect(greater, left, right), states | Vector256.ConditionalSelect(greater.AsInt32(), Vector256.Create((int)ofLeft), Vector256.Create((int)ofRight)));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Enter(int t, int before, ChainMoves moves)
    {
        if (t == 0)
        {
            moves.Row(moves.Later, outside).CopyTo(best);
            from.AsSpan().Fill(-1);
            return;
        }

        best.AsSpan(0, width).Fill(float.NegativeInfinity);
        var most = float.NegativeInfinity;
        for (var l = 0; l <= outside; l++) most = MathF.Max(most, MathF.Max(done[before + l], idle[before + l]));
        for (var l = 0; l <= outside; l++)
        {
            if (done[before + l] > most - Beam) Improve(moves.Row(moves.Direct, l), done[before + l], Of(Step.Done, l));
            if (idle[before + l] > most - Beam) Improve(moves.Row(moves.Later, l), idle[before + l], Of(Step.Idle, l));
        }
    }

    /// <summary>Takes what is reached from one state where that is better; of equals the earlier stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Improve(ReadOnlySpan<float> moves, float score, int origin)
    {
        var (scores, origins) = (Vector256.Create(score), Vector256.Create(origin));
        for (var s = 0; s < width; s += Vector256<float>.Count)
        {
            var before = Vector256.Create<float>(best.AsSpan(s));
            var reached = Vector256.Create(moves[s..]) + scores;
            var better = Vector256.GreaterThan(reached, before);
            Vector256.ConditionalSelect(better, reached, before).CopyTo(best, s);
            Vector256.ConditionalSelect(better.AsInt32(), origins, Vector256.Create<int>(from.AsSpan(s))).CopyTo(from, s);
        }
    }

    private void Trace(Span<TokenLabel> path)
    {
        var end = (path.Length - 1) * width;
        var state = Of(Step.Idle, outside);
        var score = idle[end + outside];
        for (var s = 0; s < outside; s++)
        {
            if (idle[end + s] > score) (score, state) = (idle[end + s], Of(Step.Idle, s));
            if (done[end + s] > score) (score, state) = (done[end + s], Of(Step.Done, s));
        }

        for (var t = path.Length - 1; t >= 0; t--)
        {
            var (step, label) = ((Step)(state & 3), state >> 2);
            var at = (t * width) + label;
            var back = step switch { Step.Done => doneBack[at], Step.Idle => idleBack[at], Step.First => firstBack[at], _ => innerBack[at] };
            var begins = step == Step.First || (step == Step.Done && (t == 0 || (Step)(back & 3) is Step.Done or Step.Idle));
            path[t] = step == Step.Idle ? new TokenLabel(outside, false, false) : new TokenLabel(label, begins, step == Step.Done);
            state = back;
        }
    }

    private static int Of(Step step, int label) => (label << 2) | (int)step;
}
