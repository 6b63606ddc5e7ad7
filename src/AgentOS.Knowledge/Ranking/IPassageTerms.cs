namespace AgentOS.Knowledge.Ranking;

/// <summary>What ranking asks of an index of passages: its words, their stems, and how common they are.</summary>
internal interface IPassageTerms
{
    /// <summary>How many passages there are.</summary>
    int Count { get; }

    /// <summary>How many words a passage has on average, title and headings included.</summary>
    double AverageLength { get; }

    /// <summary>How many words title and headings have on average.</summary>
    double AverageTitleLength { get; }

    /// <summary>A stem's number; -1 when no passage has it.</summary>
    int Stem(string stem);

    /// <summary>In how many passages a stem stands.</summary>
    int Frequency(int stem);

    /// <summary>In how many passages a group of letters (<see cref="Analysis.Grams"/>) stands.</summary>
    int GramFrequency(ulong gram);

    /// <summary>A passage's words in the order of reading, title and headings first; each by its number.</summary>
    ReadOnlySpan<int> Words(int passage);

    /// <summary>How many of a passage's words are of its title and headings.</summary>
    int TitleLength(int passage);

    /// <summary>A word, folded.</summary>
    string Word(int word);

    /// <summary>The number of a word's stem.</summary>
    int StemOf(int word);

    /// <summary>The stem nearest to a word that no passage has, by the letters of a word that some passage has; -1 when none is near.</summary>
    int Nearest(string word);

    /// <summary>The passages with the highest sums of weight times <see cref="Bm25.Saturation"/>, best first; of equals the one with the smaller number first.</summary>
    IReadOnlyList<ScoredPassage> Best(IReadOnlyList<WeightedStem> stems, int count);
}

/// <summary>A stem to look for and what it counts.</summary>
internal readonly record struct WeightedStem(int Stem, double Weight);

/// <summary>A passage by its number in the index, and how well it fits.</summary>
internal readonly record struct ScoredPassage(int Passage, double Score);
