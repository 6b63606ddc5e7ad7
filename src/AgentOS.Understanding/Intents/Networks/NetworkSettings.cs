using AgentOS.Understanding.Intents.Features;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>The shape of a network and how it learns.</summary>
internal sealed record NetworkSettings
{
    /// <summary>The first block of features that it sees.</summary>
    public Block First { get; init; } = Block.Letters;

    /// <summary>The last block of features that it sees.</summary>
    public Block Last { get; init; } = Block.Pairs;

    /// <summary>Hidden units, a multiple of 32.</summary>
    public int Hidden { get; init; } = 128;

    /// <summary>Passes over the examples.</summary>
    public int Passes { get; init; } = 12;

    /// <summary>The share of features that is left out at every step.</summary>
    public float FeatureDropout { get; init; } = 0.3f;

    /// <summary>The share of hidden units that is left out at every step.</summary>
    public float HiddenDropout { get; init; } = 0.5f;

    /// <summary>How often an example is seen with slips of the finger in its words.</summary>
    public float SlipShare { get; init; }

    /// <summary>The part of the probability that is spread over all intents, lest the network grow too sure.</summary>
    public float Smoothing { get; init; } = 0.05f;

    /// <summary>The first step's rate for the features' rows; it falls to nearly nothing.</summary>
    public float Rate { get; init; } = 1.5f;

    /// <summary>The same for the intents' rows, which are scaled by the gradients that they have had.</summary>
    public float OutputRate { get; init; } = 0.05f;
}
