using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents;

/// <summary>The number that scores are divided by so that their probabilities are as often right as they say.</summary>
internal static class Temperature
{
    private const float Least = 0.3f;
    private const float Most = 3f;
    private const int Steps = 28;

    /// <summary>The temperature under which the labels are likeliest.</summary>
    public static float Fit(IReadOnlyList<(int Label, float[] Scores)> cases) => Best(cases).Temperature;

    /// <summary>The same, with the labels' loss under it.</summary>
    public static (float Temperature, double Loss) Best(IReadOnlyList<(int Label, float[] Scores)> cases)
    {
        var (best, loss) = (1f, double.MaxValue);
        for (var step = 0; step < Steps && cases.Count > 0; step++)
        {
            var temperature = Least + ((Most - Least) * step / (Steps - 1));
            var sum = 0d;
            foreach (var (label, scores) in cases) sum += Loss(label, scores, temperature);
            if (sum < loss) (best, loss) = (temperature, sum);
        }

        return (best, loss);
    }

    private static double Loss(int label, float[] scores, float temperature)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = MathF.Max(most, score);
        var sum = 0f;
        foreach (var score in scores) sum += FixedOrder.Exp((score - most) / temperature);
        return Logarithm.Of(sum) - ((scores[label] - most) / temperature);
    }
}
