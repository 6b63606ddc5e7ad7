using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// What is wrong with a token's scores, laid out as <see cref="SlotLabels"/> says. The probability of being within a slot, of beginning and of ending
/// it is as the exponential of the scores' sum, so that the sum over all four ways of being within a slot is a product.
/// </summary>
internal sealed class LabelLoss(SlotLabels labels)
{
    private const float Most = 30;
    private readonly float[] begins = new float[labels.Width];
    private readonly float[] ends = new float[labels.Width];
    private readonly float[] masses = new float[labels.Width];

    /// <summary>Turns scores into the gradients of their cross-entropy times <paramref name="weight"/>.</summary>
    public void Gradient(Span<float> scores, TokenLabel target, float weight)
    {
        var (_, sum) = Weigh(scores);
        var (within, begin, end) = Parts(scores);
        var scale = weight / sum;
        for (var s = 0; s <= labels.Outside; s++)
        {
            within[s] = masses[s] * scale;
            begin[s] = within[s] * begins[s] / (1 + begins[s]);
            end[s] = within[s] * ends[s] / (1 + ends[s]);
        }

        within[target.Label] -= weight;
        if (target.Begins) begin[target.Label] -= weight;
        if (target.Ends) end[target.Label] -= weight;
        begin[labels.Outside] = end[labels.Outside] = 0;
        within[(labels.Outside + 1)..].Clear();
        begin[(labels.Outside + 1)..].Clear();
        end[(labels.Outside + 1)..].Clear();
    }

    /// <summary>Shifts scores so that a state's sum is the logarithm of its probability.</summary>
    public void Normalise(Span<float> scores)
    {
        var (most, sum) = Weigh(scores);
        var total = most + (float)Logarithm.Of(sum);
        foreach (ref var score in scores[..(labels.Outside + 1)]) score -= total;
    }

    /// <summary>The greatest score, and the sum over all states of the exponentials of what they have beyond it; leaves each slot's share of it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (float Most, float Sum) Weigh(Span<float> scores)
    {
        var (within, begin, end) = Parts(scores);
        var most = float.NegativeInfinity;
        for (var s = 0; s <= labels.Outside; s++) most = MathF.Max(most, within[s]);
        var highest = Vector256.Create(Most);
        for (var s = 0; s < labels.Width; s += Lanes.Count)
        {
            Exponential.Of(Vector256.Min(Vector256.Create<float>(begin[s..]), highest)).Put(begins, s);
            Exponential.Of(Vector256.Min(Vector256.Create<float>(end[s..]), highest)).Put(ends, s);
            Exponential.Of(Vector256.Create<float>(within[s..]) - Vector256.Create(most)).Put(masses, s);
        }

        begins[labels.Outside] = ends[labels.Outside] = 0;
        masses.AsSpan(labels.Outside + 1).Clear();
        var sums = Vector256<float>.Zero;
        for (var s = 0; s < labels.Width; s += Lanes.Count)
        {
            var mass = Lanes.At(masses, s) * ((Vector256<float>.One + Lanes.At(begins, s)) * (Vector256<float>.One + Lanes.At(ends, s)));
            mass.Put(masses, s);
            sums += mass;
        }

        return (most, FixedOrder.Sum(sums));
    }

    private Layout Parts(Span<float> scores) => new(scores[..labels.Width], scores.Slice(labels.Width, labels.Width), scores.Slice(2 * labels.Width, labels.Width));

    private readonly ref struct Layout(Span<float> within, Span<float> begin, Span<float> end)
    {
        private readonly Span<float> within = within, begin = begin, end = end;

        public void Deconstruct(out Span<float> first, out Span<float> second, out Span<float> third)
        {
            first = within;
            second = begin;
            third = end;
        }
    }
}
