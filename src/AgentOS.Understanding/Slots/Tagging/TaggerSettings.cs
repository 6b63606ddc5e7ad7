namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>How the slot tagger learns; found by trials on validation parts.</summary>
internal sealed record TaggerSettings
{
    private const int Few = 1_500;
    private const int Some = 5_000;

    /// <summary>Passes over a large set; a small one is gone over more often, see <see cref="For"/>.</summary>
    public int Epochs { get; init; } = 4;

    /// <summary>Passes over a small set, at most.</summary>
    public int MostEpochs { get; init; } = 30;

    /// <summary>The size of the steps.</summary>
    public float Rate { get; init; } = 0.05f;

    /// <summary>How strongly weights are drawn to nothing.</summary>
    public float Decay { get; init; } = 1e-5f;

    /// <summary>Share of features left out at random at each token while learning.</summary>
    public float Dropout { get; init; } = 0.2f;

    /// <summary>Share of tokens whose own word is hidden while learning, so that the words around it are learnt from.</summary>
    public float Hidden { get; init; } = 0.1f;

    /// <summary>What is taken from the score of being outside when tagging, since learning by likelihood finds too few slots.</summary>
    public float Eagerness { get; init; }

    /// <summary>How much another model's opinion counts where there is one.</summary>
    public float Trust { get; init; } = 0.4f;

    /// <summary>Weights smaller than this are not kept.</summary>
    public float LeastWeight { get; init; } = 0.02f;

    /// <summary>Features seen fewer times are left out.</summary>
    public int LeastCount { get; init; } = 3;

    /// <summary>How many learners' weights are averaged; two at a time are trained side by side.</summary>
    public int Learners { get; init; } = 2;

    /// <summary>Utterances after which what is known of the slots' order is brought up to date.</summary>
    public int Batch { get; init; } = 8;

    /// <summary>Parts that intents are guessed for by what was learnt from the others.</summary>
    public int Folds { get; init; } = 5;

    /// <summary>The settings for so many utterances: of few, every feature, many passes and large steps are needed.</summary>
    public TaggerSettings For(int utterances, bool isLight) => this with
    {
        Learners = isLight ? 1 : Learners,
        Epochs = isLight ? Math.Min(Epochs, 2) : Math.Clamp(40_000 / Math.Max(1, utterances), Epochs, MostEpochs),
        Rate = Rate * (utterances < Few ? 4 : utterances < Some ? 2 : 1),
        Eagerness = Eagerness + (utterances < Few ? 0.7f : utterances < Some ? 0.4f : 0),
        LeastCount = Math.Min(LeastCount, utterances < Few ? 1 : utterances < Some ? 2 : LeastCount),
    };
}
