using System.Runtime.CompilerServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>Trains an <see cref="IntentNetwork"/>, one example at a time.</summary>
internal sealed class NetworkTrainer
{
    private const float LastRate = 0.02f;
    private const float WarmUp = 0.03f;
    private const float BiasRate = 0.02f;
    private const float FirstSpread = 0.02f;
    private const float Negligible = 1e-4f;
    private const float Floor = 1e-3f;

    private readonly NetworkSettings settings;
    private readonly int first;
    private readonly int last;
    private readonly int classes;
    private readonly float[] rows;
    private readonly float[] bias;
    private readonly float[] biasSquares;
    private readonly float[] outputs;
    private readonly float[] outputSquares;
    private readonly float[] outputBias;
    private readonly float[] units;
    private readonly float[] passed;
    private readonly float[] back;
    private readonly float[] scores;
    private Dice dice;
    private int[] kept = new int[512];
    private float[] values = new float[512];

    private NetworkTrainer(NetworkSettings settings, int first, int last, int classes, int seed)
    {
        this.settings = settings;
        this.classes = classes;
        (this.first, this.last) = (first, last);
        var hidden = settings.Hidden;
        dice = new Dice((ulong)seed);
        rows = Spread((last - first) * hidden, FirstSpread);
        outputs = Spread(classes * hidden, MathF.Sqrt(6f / (hidden + classes)));
        outputSquares = new float[outputs.Length];
        (bias, biasSquares, units, passed, back) = (new float[hidden], new float[hidden], new float[hidden], new float[hidden], new float[hidden]);
        (outputBias, scores) = (new float[classes], new float[classes]);
    }

    /// <summary>Learns the examples named by <paramref name="chosen"/>, at times as <paramref name="slipped"/> has them, if <paramref name="settings"/> say so.</summary>
    public static IntentNetwork Train(NetworkSettings settings, FeatureIndex index, IReadOnlyList<SparseVector> examples, int[] labels, int classes, int[] chosen, int seed, Action<double>? progress = null, IReadOnlyList<SparseVector>? slipped = null) =>
        Train(settings, index.Start(settings.First), index.End(settings.Last), examples, labels, classes, chosen, seed, progress, slipped);

    /// <summary>The same over the features from <paramref name="first"/> to before <paramref name="last"/>.</summary>
    public static IntentNetwork Train(NetworkSettings settings, int first, int last, IReadOnlyList<SparseVector> examples, int[] labels, int classes, int[] chosen, int seed, Action<double>? progress = null, IReadOnlyList<SparseVector>? slipped = null)
    {
        var trainer = new NetworkTrainer(settings, first, last, classes, seed);
        var order = chosen.ToArray();
        var others = settings.SlipShare > 0 ? slipped : null;
        long step = 0, steps = (long)settings.Passes * order.Length;
        for (var pass = 0; pass < settings.Passes; pass++)
        {
            trainer.dice.Shuffle(order);
            foreach (var i in order)
            {
                var done = step++ / (float)steps;
                var example = others is not null && trainer.dice.Unit() < settings.SlipShare ? others[i] : examples[i];
                trainer.Step(example, labels[i], (1 - done + (LastRate * done)) * MathF.Min(1, done / WarmUp));
            }

            progress?.Invoke((pass + 1) / (double)settings.Passes);
        }

        var (packed, scales) = RowPacking.Pack(trainer.rows, settings.Hidden);
        for (var i = 0; i < trainer.outputs.Length; i++) trainer.outputs[i] = (float)(Half)trainer.outputs[i];
        return new IntentNetwork(trainer.first, trainer.last, classes, packed, scales, trainer.bias, trainer.outputs, trainer.outputBias);
    }

    private void Step(SparseVector example, int label, float rate)
    {
        var count = Choose(example);
        var own = kept.AsSpan(0, count);
        var weights = values.AsSpan(0, count);
        bias.CopyTo(units, 0);
        WeightedRows.Add(rows, own, weights, units);
        Pass();
        for (var c = 0; c < classes; c++) scores[c] = outputBias[c] + FixedOrder.Dot(Output(c), units);
        FixedOrder.SoftMax(scores);
        for (var c = 0; c < classes; c++) scores[c] -= settings.Smoothing / classes;
        scores[label] -= 1 - settings.Smoothing;

        Array.Clear(back);
        for (var c = 0; c < classes; c++)
        {
            if (MathF.Abs(scores[c]) < Negligible) continue;
            AdaptiveStep.Move(Output(c), outputSquares.AsSpan(c * units.Length, units.Length), units, back, scores[c], settings.OutputRate * rate, Floor);
            outputBias[c] -= BiasRate * rate * scores[c];
        }

        for (var j = 0; j < back.Length; j++)
        {
            back[j] *= passed[j];
            if (back[j] == 0) continue;
            biasSquares[j] += back[j] * back[j];
            bias[j] -= BiasRate * rate * back[j] / (MathF.Sqrt(biasSquares[j]) + 0.01f);
        }

        Move(own, weights, -settings.Rate * rate);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(ReadOnlySpan<int> own, ReadOnlySpan<float> weights, float rate)
    {
        for (var k = 0; k < own.Length; k++) FixedOrder.AddScaled(back, rate * weights[k], rows.AsSpan(own[k] * back.Length, back.Length));
    }

    /// <summary>The example's features without those that are left out this time; the others make up for them.</summary>
    private int Choose(SparseVector example)
    {
        if (kept.Length < example.Count) (kept, values) = (new int[2 * example.Count], new float[2 * example.Count]);
        var limit = (uint)(settings.FeatureDropout * uint.MaxValue);
        var scale = 1 / (1 - settings.FeatureDropout);
        var count = 0;
        for (var k = 0; k < example.Count; k++)
        {
            var row = example.Rows[k];
            if (row < first || row >= last || dice.Next() < limit) continue;
            kept[count] = row - first;
            values[count++] = example.Values[k] * scale;
        }

        return count;
    }

    /// <summary>Lets pass what is above zero and not left out this time.</summary>
    private void Pass()
    {
        var limit = (uint)(settings.HiddenDropout * uint.MaxValue);
        var scale = 1 / (1 - settings.HiddenDropout);
        for (var j = 0; j < units.Length; j++)
        {
            passed[j] = dice.Next() >= limit && units[j] > 0 ? scale : 0;
            units[j] *= passed[j];
        }
    }

    private Span<float> Output(int c) => outputs.AsSpan(c * units.Length, units.Length);

    private float[] Spread(int count, float most)
    {
        var weights = new float[count];
        for (var i = 0; i < count; i++) weights[i] = ((2 * dice.Unit()) - 1) * most;
        return weights;
    }
}
