namespace AgentOS.Understanding.Encoders;

/// <summary>What is hidden from a network while it learns.</summary>
internal sealed class EncoderNoise(EncoderSettings settings, Random random)
{
    public Random Random { get; } = random;

    public Dropout Embedding { get; } = new(settings.EmbeddingDropout, random);

    public Dropout[] Tokens { get; } = [new(settings.TokenDropout, random), new(settings.TokenDropout, random)];

    public Dropout Words { get; } = new(settings.SentenceDropout, random);

    public Dropout Sentence { get; } = new(settings.SentenceDropout, random);
}
