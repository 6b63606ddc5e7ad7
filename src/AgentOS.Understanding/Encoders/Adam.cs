using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Adam (Kingma and Ba, 2015) with decoupled weight decay: each weight moves by its gradient's mean over the root of its square's mean.</summary>
internal sealed class Adam
{
    private const float Mean = 0.9f;
    private const float Square = 0.98f;
    private double meanLeft = 1;
    private double squareLeft = 1;
    private float rate;
    private float squareScale;
    private float decay;

    /// <summary>Begins a step with the given rate; the means' start at zero is made up for.</summary>
    public void Begin(float rate, float weightDecay)
    {
        meanLeft *= Mean;
        squareLeft *= Square;
        this.rate = (float)(rate / (1 - meanLeft));
        squareScale = (float)(1 / (1 - squareLeft));
        decay = rate * weightDecay;
    }

    /// <summary>Moves <paramref name="count"/> weights, a multiple of eight.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Move(Moments moments, float[] weights, int at, float[] gradients, int from, int count, float gradientScale = 1, bool decays = false)
    {
        var kept = Vector256.Create(decays ? 1 - decay : 1);
        var (rates, squares, scales) = (Vector256.Create(rate), Vector256.Create(squareScale), Vector256.Create(gradientScale));
        for (var i = 0; i < count; i += Lanes.Count)
        {
            var gradient = Lanes.At(gradients, from + i) * scales;
            var mean = (Lanes.At(moments.Means, at + i) * Mean) + (gradient * (1 - Mean));
            var square = (Lanes.At(moments.Squares, at + i) * Square) + (gradient * gradient * (1 - Square));
            mean.Put(moments.Means, at + i);
            square.Put(moments.Squares, at + i);
            var step = rates * mean / (Vector256.Sqrt(square * squares) + Vector256.Create(1e-8f));
            ((Lanes.At(weights, at + i) * kept) - step).Put(weights, at + i);
        }
    }

    /// <summary>Running means of weights' gradients and of their squares.</summary>
    internal sealed class Moments(int count)
    {
        public float[] Means { get; } = new float[count];

        public float[] Squares { get; } = new float[count];
    }
}
