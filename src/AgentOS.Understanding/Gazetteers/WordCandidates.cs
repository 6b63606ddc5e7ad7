namespace AgentOS.Understanding.Gazetteers;

/// <summary>A word of the names that a word of the utterance may stand for.</summary>
/// <param name="Word">The word.</param>
/// <param name="Score">How alike the two are, 0 to 1.</param>
/// <param name="Prefix">Letters before it that are particles: لل, و, ب.</param>
/// <param name="Taken">How many words of the utterance it takes.</param>
/// <param name="Then">A second word, where the utterance has written two as one; otherwise -1.</param>
internal readonly record struct WordCandidate(int Word, float Score, byte Prefix, byte Taken, int Then);

/// <summary>The best few candidates of one word.</summary>
internal ref struct WordCandidates(Span<WordCandidate> kept)
{
    public const int Most = 6;
    private readonly Span<WordCandidate> kept = kept;

    public int Count { get; private set; }

    /// <summary>The least score that is kept.</summary>
    public readonly float Worst
    {
        get
        {
            var worst = float.MaxValue;
            for (var i = 0; i < Count; i++) worst = Math.Min(worst, kept[i].Score);
            return worst;
        }
    }

    /// <summary>Letters cut off before what is being looked up.</summary>
    public byte Prefix { get; set; }

    public byte Taken { get; set; } = 1;

    public readonly bool Has(int word)
    {
        for (var i = 0; i < Count; i++)
            if (kept[i].Word == word && kept[i].Taken == Taken) return true;
        return false;
    }

    public void Add(int word, float score, int then = -1)
    {
        var candidate = new WordCandidate(word, score, Prefix, Taken, then);
        if (Count < Most)
        {
            kept[Count++] = candidate;
            return;
        }

        var worst = 0;
        for (var i = 1; i < Most; i++)
            if (kept[i].Score < kept[worst].Score) worst = i;
        if (score > kept[worst].Score) kept[worst] = candidate;
    }
}
