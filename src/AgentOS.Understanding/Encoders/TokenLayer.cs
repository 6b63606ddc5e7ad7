namespace AgentOS.Understanding.Encoders;

/// <summary>A layer of a network: from a row of numbers for each word to another. Holds what it computed last, so it is for one thread.</summary>
internal abstract class TokenLayer
{
    /// <summary>Numbers for each word that come out.</summary>
    public abstract int Width { get; }

    /// <summary>What came out, a row for each of the batch's; empty rows are zero.</summary>
    public abstract float[] Output { get; }

    public abstract void Forward(EncoderBatch batch, float[] weights, float[] input);

    /// <summary>Adds the weights' gradients, and returns that of the input.</summary>
    public abstract float[] Back(EncoderBatch batch, float[] weights, float[] gradients, float[] input, float[] outputGradient);
}
