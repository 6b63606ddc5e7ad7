namespace AgentOS.Understanding.Encoders;

/// <summary>Sizes of an encoder and how it is trained; found by trials on validation parts of public sets, and the same for every set.</summary>
internal sealed record EncoderSettings
{
    /// <summary>Numbers for each word; a multiple of eight, as are the other widths.</summary>
    public int Embedding { get; init; } = 96;

    /// <summary>Numbers for each word seen with its two neighbours.</summary>
    public int Local { get; init; } = 64;

    /// <summary>Numbers for each word and direction of reading, seen with all that was read before.</summary>
    public int Memory { get; init; } = 64;

    /// <summary>The shortest and longest runs of letters that make up a word.</summary>
    public int ShortestPiece { get; init; } = 2;

    public int LongestPiece { get; init; } = 4;

    /// <summary>How many networks there are, from different random beginnings; their mean is better than each.</summary>
    public int Members { get; init; } = 1;

    /// <summary>Passes over a large set; a small one is gone over more often, see <see cref="For"/>.</summary>
    public int Epochs { get; init; } = 12;

    public int MostEpochs { get; init; } = 40;

    public int Batch { get; init; } = 32;

    public float Rate { get; init; } = 3e-3f;

    /// <summary>The part of training in which the rate rises to its full height.</summary>
    public float WarmUp { get; init; } = 0.05f;

    public float WeightDecay { get; init; } = 0.01f;

    /// <summary>How much of the intent's target is spread over all intents.</summary>
    public float Smoothing { get; init; } = 0.1f;

    /// <summary>What a token's slot counts beside the utterance's intent.</summary>
    public float SlotShare { get; init; } = 0.5f;

    /// <summary>Parts of the numbers that are hidden while learning.</summary>
    public float EmbeddingDropout { get; init; } = 0.3f;

    public float TokenDropout { get; init; } = 0.2f;

    public float SentenceDropout { get; init; } = 0.3f;

    /// <summary>How often a known word is seen by its letters alone.</summary>
    public float WordDropout { get; init; } = 0.05f;

    /// <summary>A word seen n times is moreover hidden once in 1 + n / this, as words seen once will often be unknown.</summary>
    public float RareWordDropout { get; init; } = 0.25f;

    /// <summary>How often a known word's letters are not seen.</summary>
    public float PieceDropout { get; init; } = 0.1f;

    /// <summary>How often what the lexicon knows of a word is not seen.</summary>
    public float ClassDropout { get; init; } = 0.1f;

    /// <summary>How often an utterance is seen with slips of the finger in its words.</summary>
    public float SlipShare { get; init; } = 0.4f;

    /// <summary>The settings for so many utterances.</summary>
    public EncoderSettings For(int utterances) => this with { Epochs = Math.Max(Epochs, Math.Min(MostEpochs, 100_000 / Math.Max(1, utterances))) };
}
