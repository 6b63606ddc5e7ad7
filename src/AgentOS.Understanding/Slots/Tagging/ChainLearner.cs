using System.Runtime.CompilerServices;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// Learns a conditional random field by stochastic gradient ascent with a rate of its own for each weight (AdaGrad),
/// leaving out features at random; the weights are averaged over the last passes.
/// </summary>
internal sealed class ChainLearner
{
    /// <summary>No weight may grow beyond this.</summary>
    private const float Most = 12;

    private readonly SlotLabels labels;
    private readonly TaggerSettings settings;
    private readonly ChainWeights weights;
    private readonly ChainMoves exponents, gradient, moveSquares;
    private readonly Lattice lattice;
    private Dice dice;
    private float[] scores = [];
    private int[] active = [];
    private float[] activeValues = [];
    private int[] activeStarts = [];

    public ChainLearner(SlotLabels labels, ChainWeights empty, TaggerSettings settings, int seed)
    {
        this.labels = labels;
        this.settings = settings;
        weights = empty;
        (exponents, gradient, moveSquares) = (new(labels.Width), new(labels.Width), new(labels.Width));
        lattice = new Lattice(labels);
        dice = new Dice((ulong)seed);
    }

    /// <summary>The averaged weights.</summary>
    public ChainWeights Learn(IReadOnlyList<TaggedUtterance> utterances, Action<double>? progress)
    {
        var average = weights.Empty();
        var order = Enumerable.Range(0, utterances.Count).ToArray();
        var averaged = Math.Max(1, settings.Epochs / 2);
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            dice.Shuffle(order);
            for (var i = 0; i < order.Length; i++)
            {
                if (i % settings.Batch == 0) UpdateMoves();
                Step(utterances[order[i]]);
            }

            UpdateMoves();
            if (epoch >= settings.Epochs - averaged) average.Add(weights, 1f / averaged);
            progress?.Invoke((epoch + 1.0) / settings.Epochs);
        }

        return average;
    }

    private void Step(TaggedUtterance utterance)
    {
        var length = utterance.Gold.Length;
        if (length == 0) return;
        if (scores.Length < length * labels.Outputs)
        {
            scores = new float[length * labels.Outputs];
            activeStarts = new int[length + 1];
        }

        Drop(utterance);
        scores.AsSpan(0, length * labels.Outputs).Clear();
        for (var t = 0; t < length; t++)
        {
            var row = scores.AsSpan(t * labels.Outputs, labels.Outputs);
            for (var i = activeStarts[t]; i < activeStarts[t + 1]; i++) weights.AddTo(row, active[i], activeValues[i]);
            labels.Forbid(row, utterance.Allowed);
        }

        lattice.Gradient(scores, utterance.Gold, exponents, gradient);
        for (var t = 0; t < length; t++)
        {
            var row = scores.AsSpan(t * labels.Outputs, labels.Outputs);
            for (var i = activeStarts[t]; i < activeStarts[t + 1]; i++) Update(row, active[i], activeValues[i]);
        }
    }

    private void Drop(TaggedUtterance utterance)
    {
        if (active.Length < utterance.Features.Length)
        {
            active = new int[utterance.Features.Length];
            activeValues = new float[utterance.Features.Length];
        }

        var limit = (uint)(settings.Dropout * uint.MaxValue);
        var scale = 1 / (1 - settings.Dropout);
        var count = 0;
        for (var t = 0; t < utterance.Gold.Length; t++)
        {
            activeStarts[t] = count;
            var end = dice.Unit() < settings.Hidden ? utterance.Owns[t] : utterance.Starts[t + 1];
            for (var i = utterance.Starts[t]; i < end; i++)
            {
                if (limit > 0 && dice.Next() < limit) continue;
                active[count] = utterance.Features[i];
                activeValues[count++] = utterance.Values[i] * scale;
            }
        }

        activeStarts[utterance.Gold.Length] = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(ReadOnlySpan<float> row, int feature, float value)
    {
        foreach (ref var cell in weights.Of(feature))
        {
            var slope = row[cell.Output];
            if (slope is < 1e-3f and > -1e-3f) continue;
            slope = (slope * value) - (settings.Decay * cell.Value);
            cell.Squares += slope * slope;
            cell.Value = Math.Clamp(cell.Value + (settings.Rate * slope / MathF.Sqrt(cell.Squares + 0.1f)), -Most, Most);
        }
    }

    private void UpdateMoves()
    {
        Update(weights.Moves.Direct, gradient.Direct, moveSquares.Direct);
        Update(weights.Moves.Later, gradient.Later, moveSquares.Later);
        Update(weights.Moves.Within, gradient.Within, moveSquares.Within);
        weights.Moves.Exponentiate(exponents);
    }

    private void Update(float[] values, float[] slopes, float[] sums)
    {
        for (var i = 0; i < values.Length; i++)
        {
            var slope = slopes[i];
            slopes[i] = 0;
            if (slope == 0) continue;
            sums[i] += slope * slope;
            values[i] = Math.Clamp(values[i] + (settings.Rate * slope / MathF.Sqrt(sums[i] + 0.1f)), -Most, Most);
        }
    }
}
