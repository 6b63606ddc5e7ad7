using System.Runtime.CompilerServices;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// Probabilities of all rows of labels of one utterance, by the forward and backward algorithm. A state is outside (with the slot last seen)
/// or one of a slot's tokens: only, first, inner, last. Holds the memory for it; for one thread.
/// </summary>
internal sealed class Lattice(SlotLabels labels)
{
    private const float Least = 1e-9f;

    /// <summary>The least that a state counts at a token, so that no row of labels is impossible.</summary>
    private const float Floor = 1e-20f;

    private readonly int width = labels.Width;
    private readonly int outside = labels.Outside;
    private readonly float[] begun = new float[labels.Width], ahead = new float[labels.Width], inward = new float[labels.Width];
    private readonly float[] outDirect = new float[labels.Width], outLater = new float[labels.Width];
    private float[] only = [], first = [], inner = [], last = [], outer = [], norm = [];
    private float[] pOnly = [], pFirst = [], pInner = [], pLast = [], idle = [], done = [];
    private float[] bFirst = [], bInner = [], bDone = [], bIdle = [];

    /// <summary>Turns each token's scores into (what the gold labels say) less (what the model expects), and adds the moves' part of it up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Gradient(float[] scores, ReadOnlySpan<TokenLabel> gold, ChainMoves moves, ChainMoves gradient)
    {
        var length = gold.Length;
        Reserve(length);
        for (var t = 0; t < length; t++) Exponents(scores.AsSpan(t * labels.Outputs, labels.Outputs), t);
        for (var l = 0; l < width; l++)
        {
            outDirect[l] = moves.Direct[(l * width) + outside];
            outLater[l] = moves.Later[(l * width) + outside];
        }

        for (var t = 0; t < length; t++) Forward(t, moves);
        if (!IsFinite(length))
        {
            scores.AsSpan(0, length * labels.Outputs).Clear();
            return;
        }

        Backward(length, moves, gradient);
        for (var t = 0; t < length; t++) Posterior(scores.AsSpan(t * labels.Outputs, labels.Outputs), t);
        Observe(scores, gold, gradient);
    }

    private void Reserve(int length)
    {
        if (norm.Length >= length) return;
        var size = Math.Max(length, 32) * width;
        norm = new float[Math.Max(length, 32)];
        outer = new float[Math.Max(length, 32)];
        (only, first, inner, last) = (new float[size], new float[size], new float[size], new float[size]);
        (pOnly, pFirst, pInner, pLast, idle, done) = (new float[size], new float[size], new float[size], new float[size], new float[size], new float[size]);
        (bFirst, bInner, bDone, bIdle) = (new float[size], new float[size], new float[size], new float[size]);
    }

    private void Exponents(ReadOnlySpan<float> scores, int t)
    {
        var at = t * width;
        var within = scores[..width];
        var begins = scores.Slice(width, width);
        var ends = scores[(2 * width)..];
        for (var s = 0; s < width; s++)
        {
            inner[at + s] = within[s];
            first[at + s] = within[s] + begins[s];
            last[at + s] = within[s] + ends[s];
            only[at + s] = within[s] + begins[s] + ends[s];
        }

        var most = within[outside];
        for (var s = 0; s < outside; s++) most = MathF.Max(most, MathF.Max(MathF.Max(inner[at + s], first[at + s]), MathF.Max(last[at + s], only[at + s])));
        outer[t] = MathF.Max(FixedOrder.Exp(within[outside] - most), Floor);
        foreach (var table in (ReadOnlySpan<float[]>)[inner, first, last, only])
        {
            var row = table.AsSpan(at, width);
            Exponential.Of(row, most, row);
            for (var s = 0; s < outside; s++) row[s] = MathF.Max(row[s], Floor);
            row[outside..].Clear();
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Forward(int t, ChainMoves moves)
    {
        var at = t * width;
        var before = at - width;
        if (t == 0)
        {
            moves.Row(moves.Later, outside).CopyTo(begun);
            idle.AsSpan(0, width).Clear();
            idle[outside] = moves.Later[(outside * width) + outside] * outer[0];
        }
        else
        {
            begun.AsSpan().Clear();
            for (var l = 0; l <= outside; l++)
            {
                if (done[before + l] > Least) FixedOrder.AddScaled(moves.Row(moves.Direct, l), done[before + l], begun);
                if (idle[before + l] > Least) FixedOrder.AddScaled(moves.Row(moves.Later, l), idle[before + l], begun);
                idle[at + l] = ((done[before + l] * outDirect[l]) + (idle[before + l] * outLater[l])) * outer[t];
            }
        }

        var sum = 0f;
        for (var s = 0; s < outside; s++)
        {
            pOnly[at + s] = begun[s] * only[at + s];
            pFirst[at + s] = begun[s] * first[at + s];
            if (t > 0)
            {
                pInner[at + s] = ((pFirst[before + s] * moves.Within[s]) + (pInner[before + s] * moves.Within[width + s])) * inner[at + s];
                pLast[at + s] = ((pFirst[before + s] * moves.Within[(2 * width) + s]) + (pInner[before + s] * moves.Within[(3 * width) + s])) * last[at + s];
            }
            else
            {
                pInner[at + s] = pLast[at + s] = 0;
            }

            done[at + s] = pOnly[at + s] + pLast[at + s];
            sum += done[at + s] + pFirst[at + s] + pInner[at + s] + idle[at + s];
        }

        sum += idle[at + outside];
        done[at + outside] = 0;
        norm[t] = sum;
        var scale = 1 / sum;
        for (var s = 0; s <= outside; s++)
        {
            pOnly[at + s] *= scale;
            pFirst[at + s] *= scale;
            pInner[at + s] *= scale;
            pLast[at + s] *= scale;
            done[at + s] *= scale;
            idle[at + s] *= scale;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Backward(int length, ChainMoves moves, ChainMoves gradient)
    {
        var end = (length - 1) * width;
        var complete = Complete(length);
        for (var s = 0; s <= outside; s++)
        {
            bDone[end + s] = bIdle[end + s] = 1 / complete;
            bFirst[end + s] = bInner[end + s] = 0;
        }

        for (var t = length - 2; t >= 0; t--)
        {
            var (at, next) = (t * width, (t + 1) * width);
            var scale = 1 / norm[t + 1];
            for (var s = 0; s < outside; s++) ahead[s] = ((only[next + s] * bDone[next + s]) + (first[next + s] * bFirst[next + s])) * scale;
            ahead[outside] = 0;
            var outs = outer[t + 1] * scale;
            for (var l = 0; l <= outside; l++)
            {
                bDone[at + l] = FixedOrder.Dot(moves.Row(moves.Direct, l), ahead) + (outDirect[l] * outs * bIdle[next + l]);
                bIdle[at + l] = FixedOrder.Dot(moves.Row(moves.Later, l), ahead) + (outLater[l] * outs * bIdle[next + l]);
                if (done[at + l] > Least) Expect(gradient.Direct, l, moves.Direct, done[at + l], outs * bIdle[next + l]);
                if (idle[at + l] > Least) Expect(gradient.Later, l, moves.Later, idle[at + l], outs * bIdle[next + l]);
            }

            for (var s = 0; s < outside; s++)
            {
                var (toInner, toLast) = (inner[next + s] * bInner[next + s] * scale, last[next + s] * bDone[next + s] * scale);
                var (a, b, c, d) = (moves.Within[s] * toInner, moves.Within[width + s] * toInner, moves.Within[(2 * width) + s] * toLast, moves.Within[(3 * width) + s] * toLast);
                bFirst[at + s] = a + c;
                bInner[at + s] = b + d;
                gradient.Within[s] -= pFirst[at + s] * a;
                gradient.Within[width + s] -= pInner[at + s] * b;
                gradient.Within[(2 * width) + s] -= pFirst[at + s] * c;
                gradient.Within[(3 * width) + s] -= pInner[at + s] * d;
            }
        }

        for (var s = 0; s < outside; s++) ahead[s] = ((only[s] * bDone[s]) + (first[s] * bFirst[s])) / norm[0];
        ahead[outside] = 0;
        Expect(gradient.Later, outside, moves.Later, 1, outer[0] * bIdle[outside] / norm[0]);
    }

    private bool IsFinite(int length)
    {
        for (var t = 0; t < length; t++)
            if (norm[t] is not (> Floor and < float.PositiveInfinity)) return false;
        return Complete(length) > Least;
    }

    /// <summary>How likely the utterance ends with no slot left open.</summary>
    private float Complete(int length)
    {
        var sum = 0f;
        for (var at = (length - 1) * width; at <= ((length - 1) * width) + outside; at++) sum += done[at] + idle[at];
        return sum;
    }

    private void Expect(float[] gradient, int row, float[] moves, float weight, float toOutside)
    {
        var own = moves.AsSpan(row * width, width);
        for (var s = 0; s < inward.Length; s++) inward[s] = own[s] * ahead[s];
        inward[outside] = own[outside] * toOutside;
        FixedOrder.AddScaled(inward, -weight, gradient.AsSpan(row * width, width));
    }

    private void Posterior(Span<float> scores, int t)
    {
        var at = t * width;
        scores.Clear();
        var within = 0f;
        for (var s = 0; s < outside; s++)
        {
            var (alone, begins, goesOn, ends) = (pOnly[at + s] * bDone[at + s], pFirst[at + s] * bFirst[at + s], pInner[at + s] * bInner[at + s], pLast[at + s] * bDone[at + s]);
            var total = alone + begins + goesOn + ends;
            scores[s] = -total;
            scores[width + s] = -(alone + begins);
            scores[(2 * width) + s] = -(alone + ends);
            within += total;
        }

        scores[outside] = within - 1;
    }

    private void Observe(float[] scores, ReadOnlySpan<TokenLabel> gold, ChainMoves gradient)
    {
        var seen = outside;
        for (var t = 0; t < gold.Length; t++)
        {
            var (label, begins, ends, _) = gold[t];
            var row = scores.AsSpan(t * labels.Outputs, labels.Outputs);
            row[label] += 1;
            if (label != outside && begins) row[labels.Begins(label)] += 1;
            if (label != outside && ends) row[labels.Ends(label)] += 1;
            if (label == outside || begins)
            {
                var direct = t > 0 && gold[t - 1].Label != outside;
                (direct ? gradient.Direct : gradient.Later)[(seen * width) + label] += 1;
            }
            else
            {
                gradient.Within[((ends ? 2 : 0) + (gold[t - 1].Begins ? 0 : 1)) * width + label] += 1;
            }

            if (label != outside) seen = label;
        }
    }
}
