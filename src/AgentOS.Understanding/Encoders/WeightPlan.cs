namespace AgentOS.Understanding.Encoders;

/// <summary>Gives the parts of a network their places within one array of weights.</summary>
internal sealed class WeightPlan
{
    private readonly List<(int Start, int Count, float Deviation)> parts = [];

    /// <summary>How many weights have been given out.</summary>
    public int Count { get; private set; }

    /// <summary>The start of <paramref name="count"/> weights, a multiple of eight, which begin at random with a standard deviation.</summary>
    public int Take(int count, float deviation = 0)
    {
        var start = Count;
        parts.Add((start, count, deviation));
        Count += count;
        return start;
    }

    public void Fill(float[] weights, Random random)
    {
        foreach (var (start, count, deviation) in parts) Fill(weights.AsSpan(start, count), deviation, random);
    }

    /// <summary>Fills with even random numbers around zero of the given standard deviation.</summary>
    public static void Fill(Span<float> weights, float deviation, Random random)
    {
        var reach = deviation * MathF.Sqrt(3);
        for (var i = 0; i < weights.Length; i++) weights[i] = reach * ((2 * random.NextSingle()) - 1);
    }
}
