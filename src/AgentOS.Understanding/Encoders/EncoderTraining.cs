namespace AgentOS.Understanding.Encoders;

/// <summary>Learns a network's weights from examples, batch by batch in random order, at a rate that rises and falls again.</summary>
internal sealed class EncoderTraining
{
    /// <summary>Gradients longer than this are shortened to it.</summary>
    private const float LongestGradient = 5;

    private readonly EncoderSettings settings;
    private readonly EncoderNetwork network;
    private readonly EncoderWeights weights;
    private readonly EncoderNoise noise;
    private readonly Random random;
    private readonly Adam adam = new();
    private readonly Adam.Moments moments;
    private readonly float[] gradients;

    public EncoderTraining(EncoderSettings settings, EncoderNetwork network, EncoderWeights weights, Random random)
    {
        (this.settings, this.network, this.weights, this.random) = (settings, network, weights, random);
        noise = new EncoderNoise(settings, random);
        moments = new Adam.Moments(weights.Dense.Length);
        gradients = new float[weights.Dense.Length];
    }

    /// <param name="examples">What is learnt from; put into another order.</param>
    /// <param name="progress">Is told how far it is, from 0 to 1, after each round.</param>
    public void Run(EncoderExample[] examples, Action<double>? progress)
    {
        var batch = new EncoderBatch();
        var chosen = new EncoderExample[settings.Batch];
        var steps = settings.Epochs * ((examples.Length + settings.Batch - 1) / settings.Batch);
        var step = 0;
        for (var epoch = 0; epoch < settings.Epochs; epoch++)
        {
            random.Shuffle(examples);
            for (var at = 0; at < examples.Length; at += settings.Batch)
            {
                var count = Math.Min(settings.Batch, examples.Length - at);
                for (var i = 0; i < count; i++) chosen[i] = Version(examples[at + i]);
                batch.Set(chosen.AsSpan(0, count));
                network.Forward(batch, weights, noise);
                network.Back(batch, weights, noise, gradients);
                Step(settings.Rate * Height((step + 0.5f) / steps));
                step++;
            }

            progress?.Invoke((epoch + 1d) / settings.Epochs);
        }
    }

    /// <summary>The example as it is, or at times with slips.</summary>
    private EncoderExample Version(EncoderExample example) => example.Slipped is { } slipped && random.NextSingle() < settings.SlipShare ? slipped : example;

    /// <summary>The part of the full rate at a time of the training: a straight rise, then a fall that begins and ends gently.</summary>
    private float Height(float time)
    {
        if (time < settings.WarmUp) return time / settings.WarmUp;
        var left = (1 - time) / (1 - settings.WarmUp);
        return left * left * (3 - (2 * left));
    }

    private void Step(float rate)
    {
        adam.Begin(rate, settings.WeightDecay);
        var length = MathF.Sqrt(Numerics.FixedOrder.Dot(gradients, gradients));
        adam.Move(moments, weights.Dense, 0, gradients, 0, gradients.Length, length > LongestGradient ? LongestGradient / length : 1, decays: true);
        gradients.AsSpan().Clear();
        foreach (var table in weights.Tables) table.Step(adam);
    }
}
