using System.Runtime.CompilerServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>Multinomial logistic regression over sparse features, by stochastic gradient steps whose rate falls to zero.</summary>
internal sealed class LinearMember(float[] weights, int classes)
{
    private const float FirstRate = 4f;
    private const int Passes = 12;

    public int Classes => classes;

    public static LinearMember Train(SparseRows rows, ReadOnlySpan<int> labels, int features, int classes, int seed)
    {
        var member = new LinearMember(new float[features * classes], classes);
        var order = new int[rows.Count];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        var dice = new Dice((ulong)seed);
        var gradient = new float[classes];
        long step = 0, steps = (long)Passes * order.Length;
        for (var pass = 0; pass < Passes; pass++)
        {
            dice.Shuffle(order);
            foreach (var i in order)
            {
                var rate = FirstRate * (1 - (step++ / (float)steps));
                member.Score(rows.Features(i), rows.Weights(i), gradient);
                FixedOrder.SoftMax(gradient);
                gradient[labels[i]] -= 1;
                member.Step(rows.Features(i), rows.Weights(i), gradient, rate);
            }
        }

        return member;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<int> features, ReadOnlySpan<float> values, Span<float> scores)
    {
        scores.Clear();
        for (var f = 0; f < features.Length; f++)
            FixedOrder.AddScaled(weights.AsSpan(features[f] * classes, classes), values[f], scores);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(classes);
        writer.Write(weights.Length);
        foreach (var weight in weights) writer.Write((Half)weight);
    }

    public static LinearMember Read(BinaryReader reader)
    {
        var classes = reader.ReadInt32();
        var weights = new float[reader.ReadInt32()];
        for (var i = 0; i < weights.Length; i++) weights[i] = (float)reader.ReadHalf();
        return new LinearMember(weights, classes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(ReadOnlySpan<int> features, ReadOnlySpan<float> values, ReadOnlySpan<float> gradient, float rate)
    {
        for (var f = 0; f < features.Length; f++)
            FixedOrder.AddScaled(gradient, -rate * values[f], weights.AsSpan(features[f] * classes, classes));
    }
}
