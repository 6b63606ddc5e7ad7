using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents;

/// <summary>What another model thinks of an utterance: the logarithms of the intents' probabilities, in the order of their names, and of being out of scope where that was learnt.</summary>
internal delegate void SecondOpinion(IReadOnlyList<Token> tokens, Span<float> logProbabilities);

/// <summary>Mixes two models' logarithms of probabilities.</summary>
internal static class IntentMix
{
    /// <summary>How much the other model counts where nothing is held back to measure it on.</summary>
    public const float UsualTrust = 0.35f;

    private const int Steps = 7;
    private const float Step = 0.1f;

    /// <summary>Mixes <paramref name="opinion"/>, unless it is empty, into <paramref name="scores"/>.</summary>
    public static void Add(ReadOnlySpan<float> opinion, float trust, Span<float> scores)
    {
        if (opinion.IsEmpty) return;
        for (var i = 0; i < scores.Length; i++) scores[i] = ((1 - trust) * scores[i]) + (trust * opinion[i]);
    }

    /// <summary>The trust under which the labels are likeliest, each trust with its own best temperature.</summary>
    public static float Fit(IReadOnlyList<(int Label, float[] Scores, float[] Opinion)> cases)
    {
        var (best, loss) = (UsualTrust, double.MaxValue);
        for (var step = 0; step < Steps && cases.Count > 0; step++)
        {
            var mixed = cases.Select(c =>
            {
                var scores = c.Scores.ToArray();
                Add(c.Opinion, step * Step, scores);
                return (c.Label, scores);
            }).ToArray();
            var (_, own) = Temperature.Best(mixed);
            if (own < loss) (best, loss) = (step * Step, own);
        }

        return best;
    }
}
