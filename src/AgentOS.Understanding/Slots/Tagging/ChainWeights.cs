namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>A feature's weights, only for the outputs that it was seen with; and the moves' weights.</summary>
internal sealed class ChainWeights(int[] starts, ushort[] outputs, int width)
{
    /// <summary>Where each feature's weights begin, and after the last where they end.</summary>
    public int[] Starts { get; } = starts;

    /// <summary>The output that each weight is for.</summary>
    public ushort[] Outputs { get; } = outputs;

    public float[] Values { get; } = new float[outputs.Length];

    public ChainMoves Moves { get; } = new(width);

    public ChainWeights Empty() => new(Starts, Outputs, Moves.Width);

    /// <summary>Adds a feature's weights, so many times, to a token's scores.</summary>
    public void AddTo(Span<float> scores, int feature, float times)
    {
        for (var i = Starts[feature]; i < Starts[feature + 1]; i++) scores[Outputs[i]] += Values[i] * times;
    }

    /// <summary>Adds all of another's weights, so many times.</summary>
    public void Add(ChainWeights other, float times)
    {
        Add(Values, other.Values, times);
        Add(Moves.Direct, other.Moves.Direct, times);
        Add(Moves.Later, other.Moves.Later, times);
        Add(Moves.Within, other.Moves.Within, times);
    }

    private static void Add(float[] into, float[] from, float times) => Numerics.FixedOrder.AddScaled(from, times, into);
}
