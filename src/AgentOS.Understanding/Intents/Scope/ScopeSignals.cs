using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Scope;

/// <summary>What speaks for or against an utterance being one of the things that can be asked for.</summary>
internal static class ScopeSignals
{
    /// <summary>How many signals there are.</summary>
    public const int Count = 6;

    private const float Least = 1e-6f;

    /// <summary>Writes the signals.</summary>
    /// <param name="probabilities">Each intent's probability, and then, if it was learnt, that of being none of them.</param>
    /// <param name="intents">How many intents there are.</param>
    /// <param name="view">What else the members' scores show.</param>
    /// <param name="signals">Where to.</param>
    public static void Write(ReadOnlySpan<float> probabilities, int intents, EnsembleView view, Span<float> signals)
    {
        var (best, second) = (0f, 0f);
        foreach (var p in probabilities[..intents])
        {
            if (p > best) (best, second) = (p, best);
            else if (p > second) second = p;
        }

        signals[0] = Log(best) - Log(1 - best);
        signals[1] = probabilities.Length > intents ? Log(probabilities[intents]) - Log(best) : 0;
        signals[2] = Log(best) - Log(second);
        signals[3] = view.Energy;
        signals[4] = view.Agreement;
        signals[5] = view.Novelty;
    }

    private static float Log(float p) => (float)Logarithm.Of(MathF.Max(Least, p));
}
