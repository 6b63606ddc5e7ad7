namespace AgentOS.Understanding.Learning;

/// <summary>How a model is learnt from labelled utterances.</summary>
public sealed record LearningOptions
{
    /// <summary>Seed of everything random in training; the same seed and examples give the same model. Default 1.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>Whether to train in a second or two, as at a server's start, at some cost in accuracy. Default false.</summary>
    public bool Light { get; init; }

    /// <summary>
    /// Whether the validation utterances, once they have set the thresholds, are learnt from as well, which takes about as much time again.
    /// Nothing can be measured on them afterwards. Default false.
    /// </summary>
    public bool LearnsValidation { get; init; }
}
