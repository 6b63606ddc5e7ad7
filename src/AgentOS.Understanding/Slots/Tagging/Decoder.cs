using System.Runtime.CompilerServices;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>The best row of labels (Viterbi), over the same states as <see cref="Lattice"/>. Holds the memory for it; for one thread.</summary>
internal sealed class Decoder(SlotLabels labels)
{
    /// <summary>Predecessors that are worse than the best by more than this are not looked at.</summary>
    private const float Beam = 24;

    private readonly int width = labels.Width;
    private readonly int outside = labels.Outside;
    private readonly float[] best = new float[labels.Width];
    private readonly int[] from = new int[labels.Width];
    private float[] done = [], idle = [], first = [], inner = [];
    private int[] doneBack = [], idleBack = [], firstBack = [], innerBack = [];

    private enum Step
    {
        Done,
        Idle,
        First,
        Inner,
    }

    /// <summary>Labels of <paramref name="path"/>'s length for the tokens' scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Best(ReadOnlySpan<float> scores, ChainMoves moves, Span<TokenLabel> path)
    {
        var length = path.Length;
        if (length == 0) return;
        Reserve(length);
        for (var t = 0; t < length; t++) Advance(scores.Slice(t * labels.Outputs, labels.Outputs), t, moves);
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
        var within = scores[..width];
        var begins = scores.Slice(width, width);
        var ends = scores[(2 * width)..];
        for (var s = 0; s <= outside; s++)
        {
            if (t == 0)
            {
                idle[at + s] = s == outside ? within[outside] + moves.Later[(outside * width) + outside] : float.NegativeInfinity;
            }
            else
            {
                var (direct, later) = (done[before + s] + moves.Direct[(s * width) + outside], idle[before + s] + moves.Later[(s * width) + outside]);
                idle[at + s] = MathF.Max(direct, later) + within[outside];
                idleBack[at + s] = direct > later ? Of(Step.Done, s) : Of(Step.Idle, s);
            }

            if (s == outside)
            {
                done[at + s] = first[at + s] = inner[at + s] = float.NegativeInfinity;
                continue;
            }

            var alone = best[s] + within[s] + begins[s] + ends[s];
            first[at + s] = best[s] + within[s] + begins[s];
            firstBack[at + s] = from[s];
            inner[at + s] = float.NegativeInfinity;
            var last = float.NegativeInfinity;
            if (t > 0)
            {
                var (a, b) = (first[before + s] + moves.Within[s], inner[before + s] + moves.Within[width + s]);
                inner[at + s] = MathF.Max(a, b) + within[s];
                innerBack[at + s] = a > b ? Of(Step.First, s) : Of(Step.Inner, s);
                (a, b) = (first[before + s] + moves.Within[(2 * width) + s], inner[before + s] + moves.Within[(3 * width) + s]);
                last = MathF.Max(a, b) + within[s] + ends[s];
                doneBack[at + s] = a > b ? Of(Step.First, s) : Of(Step.Inner, s);
            }

            done[at + s] = MathF.Max(alone, last);
            if (alone >= last) doneBack[at + s] = from[s];
        }
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

        best.AsSpan().Fill(float.NegativeInfinity);
        var most = float.NegativeInfinity;
        for (var l = 0; l <= outside; l++) most = MathF.Max(most, MathF.Max(done[before + l], idle[before + l]));
        for (var l = 0; l <= outside; l++)
        {
            if (done[before + l] > most - Beam) Improve(moves.Row(moves.Direct, l), done[before + l], Of(Step.Done, l));
            if (idle[before + l] > most - Beam) Improve(moves.Row(moves.Later, l), idle[before + l], Of(Step.Idle, l));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Improve(ReadOnlySpan<float> moves, float score, int origin)
    {
        for (var s = 0; s < outside; s++)
        {
            var reached = score + moves[s];
            if (!(reached > best[s])) continue;
            best[s] = reached;
            from[s] = origin;
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
