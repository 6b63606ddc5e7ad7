namespace AgentOS.Knowledge.Index;

/// <summary>The passages that the first stage found, with what a second stage needs to put them into a better order. Lives as long as one search.</summary>
internal abstract class Candidates(AnalysedQuestion question, IVocabulary vocabulary, double[] scores)
{
    private readonly List<MatchReason>?[] reasons = new List<MatchReason>?[scores.Length];

    public AnalysedQuestion Question => question;

    public IVocabulary Vocabulary => vocabulary;

    public int Count => scores.Length;

    /// <summary>Each candidate's score: the first stage's at first, falling; a second stage puts its own in place.</summary>
    public Span<double> Scores => scores;

    /// <summary>A candidate's terms in the order of reading: from 0 the number of one of the question's terms, below 0 another term.</summary>
    public abstract ReadOnlySpan<int> Terms(int candidate);

    /// <summary>Where each of <see cref="Terms"/> stands.</summary>
    public abstract ReadOnlySpan<TermMarks> Marks(int candidate);

    /// <summary>What tells a term of a candidate from all others, in all candidates.</summary>
    public abstract ulong Key(int candidate, int term);

    /// <summary>In how many passages a term of a candidate stands.</summary>
    public abstract int Frequency(int candidate, int term);

    /// <summary>Tells a term of a candidate from others, but not always from the same term in another candidate; quicker than <see cref="Key"/>.</summary>
    public virtual ulong QuickKey(int candidate, int term) => Key(candidate, term);

    /// <summary>A term of a candidate as it is looked up.</summary>
    public abstract ReadOnlySpan<char> Text(int candidate, int term);

    /// <summary>Says what speaks for a candidate besides its words.</summary>
    public void Because(int candidate, MatchReason reason) => (reasons[candidate] ??= []).Add(reason);

    public IReadOnlyList<MatchReason> Reasons(int candidate) => reasons[candidate] ?? [];
}
