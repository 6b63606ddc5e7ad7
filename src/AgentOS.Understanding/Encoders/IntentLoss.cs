using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>What is wrong with scores of intents, against targets of which a part is spread over all intents.</summary>
internal static class IntentLoss
{
    /// <summary>Turns a row of scores into the gradients of their cross-entropy times <paramref name="weight"/>.</summary>
    public static void Gradient(Span<float> scores, int target, float smoothing, float weight)
    {
        LogSoftMax(scores);
        Exponential.Of(scores, 0, scores);
        for (var i = 0; i < scores.Length; i++) scores[i] = (scores[i] - (smoothing / scores.Length)) * weight;
        scores[target] -= (1 - smoothing) * weight;
    }

    /// <summary>Turns scores into logarithms of probabilities, in place.</summary>
    public static void LogSoftMax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = MathF.Max(most, score);
        Span<float> powers = stackalloc float[scores.Length];
        Exponential.Of(scores, most, powers);
        var sum = 0f;
        foreach (var power in powers) sum += power;
        var total = most + (float)Logarithm.Of(sum);
        for (var i = 0; i < scores.Length; i++) scores[i] -= total;
    }
}
