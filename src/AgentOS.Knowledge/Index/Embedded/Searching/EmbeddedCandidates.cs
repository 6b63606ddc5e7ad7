using System.Buffers;
using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>Candidates whose terms are read from segments.</summary>
internal sealed class EmbeddedCandidates : Candidates, IDisposable
{
    private readonly CollectionView collection;
    private readonly ScoredPassage[] passages;
    private readonly int[] starts;
    private readonly int[] terms;
    private readonly TermMarks[] marks;

    /// <summary>Reads the terms of passages and scores them exactly.</summary>
    public EmbeddedCandidates(AnalysedQuestion question, CollectionView collection, SearchTerms searched, ScoredPassage[] passages, Bm25 formula)
        : base(question, collection, new double[passages.Length])
    {
        (this.collection, this.passages) = (collection, passages);
        starts = new int[passages.Length + 1];
        var bytes = 0;
        foreach (var passage in passages) bytes += Code(passage).Length;
        (terms, marks) = (ArrayPool<int>.Shared.Rent(bytes), ArrayPool<TermMarks>.Shared.Rent(bytes));
        var asked = Array.ConvertAll(searched.Numbers, numbers => new AskedTerms(numbers));
        Counts = new int[passages.Length * question.Terms.Count];
        for (var i = 0; i < passages.Length; i++)
        {
            var read = TermCode.Read(Code(passages[i]), terms.AsSpan(starts[i]), marks.AsSpan(starts[i]));
            starts[i + 1] = starts[i] + read;
            asked[passages[i].Segment].Number(terms.AsSpan(starts[i], read), CountsOf(i));
            Scores[i] = Score(i, searched.Rarities, formula);
        }
    }

    public ScoredPassage this[int candidate] => passages[candidate];

    private int[] Counts { get; }

    /// <summary>How often each of the question's terms stands in a candidate.</summary>
    public Span<int> CountsOf(int candidate) => Counts.AsSpan(candidate * Question.Terms.Count, Question.Terms.Count);

    public Segment SegmentOf(int candidate) => collection.Segments[passages[candidate].Segment].Segment;

    public override ReadOnlySpan<int> Terms(int candidate) => terms.AsSpan(starts[candidate]..starts[candidate + 1]);

    public override ReadOnlySpan<TermMarks> Marks(int candidate) => marks.AsSpan(starts[candidate]..starts[candidate + 1]);

    public override ulong Key(int candidate, int term) => term >= 0 ? TermKey.Of(Question.Terms[term].Term) : SegmentOf(candidate).Column<ulong>(Section.TermKeys)[~term];

    public override int Frequency(int candidate, int term)
    {
        if (term >= 0) return collection.Frequency(Question.Terms[term].Term);
        return collection.Segments.Count == 1 ? collection.Segments[0].Frequency(~term) : collection.Frequency(SegmentOf(candidate).Dictionary.Term(~term));
    }

    public override ulong QuickKey(int candidate, int term) => ((ulong)(passages[candidate].Segment + 1) << 32) | (uint)term;

    public override ReadOnlySpan<char> Text(int candidate, int term) => term >= 0 ? Question.Terms[term].Term : SegmentOf(candidate).Dictionary.Term(~term);

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(terms);
        ArrayPool<TermMarks>.Shared.Return(marks);
    }

    private ReadOnlySpan<byte> Code(ScoredPassage passage) => collection.Segments[passage.Segment].Segment.Blob(Section.TermCodes, Section.TermCodeStarts, passage.Passage);

    private double Score(int candidate, double[] rarities, Bm25 formula)
    {
        var score = 0.0;
        var counts = CountsOf(candidate);
        var length = SegmentOf(candidate).Column<int>(Section.Lengths)[passages[candidate].Passage];
        for (var t = 0; t < counts.Length; t++)
            if (counts[t] > 0) score += Question.Terms[t].Weight * rarities[t] * formula.Part(Math.Min(counts[t], byte.MaxValue), length, Vocabulary.AverageLength);
        return score;
    }
}
