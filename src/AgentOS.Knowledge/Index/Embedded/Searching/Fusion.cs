using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>
/// The candidates' last order. Where there are vectors, the list by words and the list by vectors are joined by the reciprocals of the ranks
/// (Cormack, Clarke and Büttcher, "Reciprocal rank fusion", 2009).
/// </summary>
internal sealed class Fusion
{
    private const double Constant = 60;
    private readonly double[] scores, vectorParts;

    /// <summary>Puts candidates in order.</summary>
    /// <param name="candidates">The candidates with the second stage's scores.</param>
    /// <param name="first">The first stage's scores; above 0 for those that have a word of the question.</param>
    /// <param name="vectors">What was found by vectors, best first.</param>
    public Fusion(EmbeddedCandidates candidates, double[] first, ScoredPassage[] vectors)
    {
        scores = candidates.Scores.ToArray();
        vectorParts = new double[scores.Length];
        var ids = Enumerable.Range(0, scores.Length).Select(c => Identity(candidates, c)).ToArray();
        if (vectors.Length > 0) Join(candidates, first, vectors, ids);
        Order = [.. Sorted(Enumerable.Range(0, scores.Length), ids)];
    }

    /// <summary>The candidates, best first; equals in the order of their documents' ids and their own numbers.</summary>
    public IReadOnlyList<int> Order { get; }

    public double Score(int candidate) => scores[candidate];

    /// <summary>What the vector brought to a candidate's score.</summary>
    public double VectorPart(int candidate) => vectorParts[candidate];

    private void Join(EmbeddedCandidates candidates, double[] first, ScoredPassage[] vectors, (Guid, int)[] ids)
    {
        var numbers = Enumerable.Range(0, scores.Length).ToDictionary(c => (candidates[c].Segment, candidates[c].Passage));
        for (var rank = 0; rank < vectors.Length; rank++) vectorParts[numbers[(vectors[rank].Segment, vectors[rank].Passage)]] = 1 / (Constant + rank + 1);
        var byWords = Sorted(Enumerable.Range(0, scores.Length).Where(c => first[c] > 0), ids).ToArray();
        vectorParts.CopyTo(scores, 0);
        for (var rank = 0; rank < byWords.Length; rank++) scores[byWords[rank]] += 1 / (Constant + rank + 1);
    }

    private IOrderedEnumerable<int> Sorted(IEnumerable<int> some, (Guid Document, int Number)[] ids) =>
        some.OrderByDescending(c => scores[c]).ThenBy(c => ids[c].Document).ThenBy(c => ids[c].Number);

    private static (Guid, int) Identity(EmbeddedCandidates candidates, int candidate)
    {
        var (segment, passage) = (candidates.SegmentOf(candidate), candidates[candidate].Passage);
        ref readonly var document = ref segment.Column<DocumentRow>(Section.Documents)[segment.Column<int>(Section.PassageDocuments)[passage]];
        return (document.Id, passage - document.FirstPassage);
    }
}
