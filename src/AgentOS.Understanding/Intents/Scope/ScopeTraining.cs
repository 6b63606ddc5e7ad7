using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Scope;

/// <summary>Learns from utterances that were held back what tells those that are out of scope.</summary>
internal static class ScopeTraining
{
    private const int Steps = 400;
    private const float Rate = 0.5f;
    private const float Decay = 0.01f;

    /// <summary>Fewer utterances that are out of scope teach nothing.</summary>
    private const int Fewest = 10;

    /// <summary>How many of all utterances are taken to be out of scope when the level is chosen.</summary>
    private const float Share = 0.04f;

    /// <summary>What mostly tells: how sure the best intent is, how strongly it is felt, whether the members agree, and unknown words.</summary>
    private static readonly ScopeModel Usual = new([0.5f, 0, 0.1f, 0.3f, 2, -4], 0, 0);

    /// <summary>An utterance that was held back.</summary>
    /// <param name="Signals">Its signals.</param>
    /// <param name="InScope">Whether it has an intent.</param>
    /// <param name="Right">Whether the likeliest intent is that one.</param>
    internal readonly record struct Case(float[] Signals, bool InScope, bool Right);

    /// <summary>The signals' weights and the level.</summary>
    public static ScopeModel Learn(IReadOnlyList<Case> cases)
    {
        var outside = cases.Count(c => !c.InScope);
        return outside < Fewest || outside == cases.Count ? WithoutExamples(cases) : WithBest(Regress(cases, outside), cases);
    }

    /// <summary>The level that gives most right answers if <see cref="Share"/> of all utterances were out of scope.</summary>
    private static ScopeModel WithBest(ScopeModel model, IReadOnlyList<Case> cases)
    {
        var outside = cases.Count(c => !c.InScope);
        var (lost, found) = ((1 - Share) / (cases.Count - outside), Share / outside);
        var (best, level, gain) = (0f, 0f, 0f);
        foreach (var (score, isIn, isRight) in cases.Select(c => (Score: model.Score(c.Signals), c.InScope, c.Right)).OrderBy(c => c.Score))
        {
            gain += isRight ? -lost : isIn ? 0 : found;
            if (gain > best) (best, level) = (gain, MathF.BitIncrement(score));
        }

        return model.WithThreshold(level);
    }

    /// <summary>With nothing to learn from: usual weights, and a level that refuses one in a thousand of what is understood rightly.</summary>
    private static ScopeModel WithoutExamples(IReadOnlyList<Case> cases)
    {
        var right = cases.Where(c => c.Right).Select(c => Usual.Score(c.Signals)).Order().ToArray();
        return Usual.WithThreshold(right.Length == 0 ? 0 : right[right.Length / 1000]);
    }

    /// <summary>Weights by gradient descent; both kinds count alike however many there are of each.</summary>
    private static ScopeModel Regress(IReadOnlyList<Case> cases, int outside)
    {
        var (means, spreads) = Spread(cases);
        var weights = new float[ScopeSignals.Count];
        var bias = 0f;
        var (shareIn, shareOut) = (0.5f / (cases.Count - outside), 0.5f / outside);
        var gradient = new float[weights.Length];
        for (var step = 0; step < Steps; step++)
        {
            Array.Clear(gradient);
            var biasGradient = 0f;
            foreach (var c in cases)
            {
                var sum = bias;
                for (var i = 0; i < weights.Length; i++) sum += weights[i] * (c.Signals[i] - means[i]) / spreads[i];
                var error = (1 / (1 + FixedOrder.Exp(-sum)) - (c.InScope ? 1 : 0)) * (c.InScope ? shareIn : shareOut);
                for (var i = 0; i < weights.Length; i++) gradient[i] += error * (c.Signals[i] - means[i]) / spreads[i];
                biasGradient += error;
            }

            for (var i = 0; i < weights.Length; i++) weights[i] -= Rate * (gradient[i] + (Decay * weights[i]));
            bias -= Rate * biasGradient;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            weights[i] /= spreads[i];
            bias -= weights[i] * means[i];
        }

        return new ScopeModel(weights, bias, 0);
    }

    private static (float[] Means, float[] Spreads) Spread(IReadOnlyList<Case> cases)
    {
        var (means, spreads) = (new float[ScopeSignals.Count], new float[ScopeSignals.Count]);
        for (var i = 0; i < means.Length; i++)
        {
            foreach (var c in cases) means[i] += c.Signals[i] / cases.Count;
            foreach (var c in cases) spreads[i] += (c.Signals[i] - means[i]) * (c.Signals[i] - means[i]) / cases.Count;
            spreads[i] = MathF.Max(0.01f, MathF.Sqrt(spreads[i]));
        }

        return (means, spreads);
    }
}
