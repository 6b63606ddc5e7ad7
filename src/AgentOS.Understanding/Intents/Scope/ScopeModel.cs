using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Scope;

/// <summary>A small logistic regression over <see cref="ScopeSignals"/>, and the level below which an utterance is none of the intents.</summary>
internal sealed class ScopeModel(float[] weights, float bias, float threshold)
{
    public float Threshold => threshold;

    public float Score(ReadOnlySpan<float> signals)
    {
        var sum = bias;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * signals[i];
        return 1 / (1 + FixedOrder.Exp(-sum));
    }

    public ScopeModel WithThreshold(float level) => new(weights, bias, level);

    public void Write(BinaryWriter writer)
    {
        foreach (var weight in weights) writer.Write(weight);
        writer.Write(bias);
        writer.Write(threshold);
    }

    public static ScopeModel Read(BinaryReader reader)
    {
        var weights = new float[ScopeSignals.Count];
        for (var i = 0; i < weights.Length; i++) weights[i] = reader.ReadSingle();
        return new ScopeModel(weights, reader.ReadSingle(), reader.ReadSingle());
    }
}
