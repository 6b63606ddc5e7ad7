using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Scores of intents from rows of words, taken together.</summary>
internal sealed class IntentHead
{
    private readonly Pooling pooling;
    private readonly LinearHead linear;

    public IntentHead(WeightPlan plan, int width, int intents)
    {
        pooling = new Pooling(plan, width);
        linear = new LinearHead(plan, pooling.Width, Lanes.Round(intents));
    }

    /// <summary>The scores of each utterance, which a loss turns into its gradients.</summary>
    public float[] Output => linear.Output;

    public int Width => linear.Width;

    /// <summary>How the words become one row.</summary>
    public Pooling Pooling => pooling;

    /// <summary>How the scores follow from it.</summary>
    public LinearHead Linear => linear;

    public void Forward(EncoderBatch batch, float[] weights, float[] rows, Dropout? noise)
    {
        pooling.Forward(batch, weights, rows);
        noise?.Hide(pooling.Output, batch.Count * pooling.Width);
        linear.Forward(batch.Count, weights, pooling.Output);
    }

    /// <summary>Adds the weights' gradients and returns that of the rows, where <see cref="Output"/> holds that of the scores.</summary>
    public float[] Back(EncoderBatch batch, float[] weights, float[] gradients, float[] rows, Dropout noise)
    {
        var pooled = linear.Back(batch.Count, weights, gradients, pooling.Output);
        noise.Back(pooled, batch.Count * pooling.Width);
        return pooling.Back(batch, weights, gradients, rows, pooled);
    }
}
