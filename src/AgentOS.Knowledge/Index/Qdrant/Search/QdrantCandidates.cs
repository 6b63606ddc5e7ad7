using System.Runtime.InteropServices;
using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Index.Embedded.Segments;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Index.Qdrant.Wire;

namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>
/// The passages that Qdrant found, read again into terms and weighed by BM25 with the figures of now: the weights that Qdrant holds were made with the average length of
/// the time of writing.
/// </summary>
internal sealed class QdrantCandidates : Candidates
{
    private readonly TermNumbers numbers;
    private readonly ReadTerms[] read;
    private readonly int[][] counts;

    public QdrantCandidates(AskedTerms asked, ITextAnalysis analysis, IReadOnlyList<ScoredPoint> found)
        : base(asked.Question, asked.Vocabulary, new double[found.Count])
    {
        Asked = asked;
        Points = found;
        Found = [.. found.Select(static point => (PassagePoints.Passage(point.Payload!), PassagePoints.Document(point.Payload!)))];
        numbers = new TermNumbers(asked.Question);
        read = new ReadTerms[found.Count];
        counts = new int[found.Count][];
        for (var i = 0; i < found.Count; i++)
        {
            read[i] = new ReadTerms(numbers);
            analysis.Read(Found[i].Document, Found[i].Passage, read[i]);
            counts[i] = new int[asked.Question.Terms.Count];
            foreach (var term in read[i].Terms)
                if (term >= 0) counts[i][term]++;
            for (var t = 0; t < counts[i].Length; t++) Scores[i] += Part(i, t);
        }
    }

    public AskedTerms Asked { get; }

    public IReadOnlyList<ScoredPoint> Points { get; }

    public (Passage Passage, DocumentInfo Document)[] Found { get; }

    /// <summary>What one of the question's terms brings to a candidate.</summary>
    public double Part(int candidate, int term) => counts[candidate][term] == 0
        ? 0
        : Question.Terms[term].Weight * Asked.Rarities[term] * Bm25.Usual.Part(Math.Min(counts[candidate][term], byte.MaxValue), read[candidate].Terms.Count, Vocabulary.AverageLength);

    public override ReadOnlySpan<int> Terms(int candidate) => CollectionsMarshal.AsSpan(read[candidate].Terms);

    public override ReadOnlySpan<TermMarks> Marks(int candidate) => CollectionsMarshal.AsSpan(read[candidate].Marks);

    public override ulong Key(int candidate, int term) => TermKey.Of(numbers[term]);

    public override int Frequency(int candidate, int term) => Vocabulary.Frequency(numbers[term]);

    public override ReadOnlySpan<char> Text(int candidate, int term) => numbers[term];
}
