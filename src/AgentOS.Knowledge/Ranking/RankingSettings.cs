namespace AgentOS.Knowledge.Ranking;

/// <summary>How passages are ranked. The values were chosen on one half of the queries of four public sets together and hold for every collection.</summary>
internal sealed record RankingSettings
{
    public static readonly RankingSettings Default = new();

    /// <summary>How soon saying a word again stops counting: BM25's k1.</summary>
    public double K1 { get; init; } = 1.6;

    /// <summary>How much long passages are held against them, 0 to 1: BM25's b.</summary>
    public double B { get; init; } = .75;

    /// <summary>The power to which a word's rarity is raised, which holds down the words of the question's own form (who, how many, متى) without a list of them.</summary>
    public double Rarity { get; init; } = 1.25;

    /// <summary>The weight of groups of letters beside whole words.</summary>
    public double Grams { get; init; } = .3;

    /// <summary>The weight of words in the title and the headings, which count as words of the passage besides.</summary>
    public double Title { get; init; } = 1;

    /// <summary>The weight of words that follow one another as in the question.</summary>
    public double Pairs { get; init; } = .8;

    /// <summary>How the parts of a long question go together: 1 adds them up, infinity takes the best.</summary>
    public double Sharpness { get; init; } = 4;

    /// <summary>How many passages are looked at closely for each part of a question; those that follow keep the order of the first stage.</summary>
    public int Depth { get; init; } = 15;

    /// <summary>How many parts of a long question are looked for; those with most words.</summary>
    public int MostParts { get; init; } = 48;

    /// <summary>How many words of a part are looked for; the rarest.</summary>
    public int MostWords { get; init; } = 32;

    /// <summary>What a code such as SO-1001 counts: who says one means it.</summary>
    public double Code { get; init; } = 2;

    /// <summary>What a word counts that is taken for a misspelt one, for each letter that differs.</summary>
    public double Misspelt { get; init; } = .8;
}
