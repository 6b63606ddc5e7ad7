namespace AgentOS.Knowledge.Ranking;

/// <summary>One part of a question, in terms of an index.</summary>
/// <param name="Stems">What to look for; each once, weighed by its rarity.</param>
/// <param name="Pairs">Stems that follow one another; each once.</param>
/// <param name="Grams">The words' groups of letters; each once.</param>
internal sealed record Clause(IReadOnlyList<WeightedStem> Stems, IReadOnlyList<StemPair> Pairs, IReadOnlyList<WeightedGram> Grams)
{
    /// <summary>How much the part says: the sum of its words' weights.</summary>
    public double Weight { get; } = Stems.Sum(s => s.Weight);
}

/// <summary>Two stems of a question, the second right after the first, and what it counts when a passage has them so.</summary>
internal readonly record struct StemPair(int First, int Second, double Weight);

/// <summary>A group of letters and what it counts.</summary>
internal readonly record struct WeightedGram(ulong Gram, double Weight);
