namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>
/// Joins the second stage's order with the vectors' by reciprocal rank fusion. The server has fused the lists once to choose the candidates, but the second stage has come in
/// between; what is joined here is what the embedded index joins.
/// </summary>
internal sealed class Fusion
{
    private const double Constant = 60;

    private readonly QdrantCandidates candidates;
    private readonly double[] scores, vectorParts;

    /// <summary>Puts candidates in order.</summary>
    /// <param name="candidates">The candidates with the second stage's scores.</param>
    /// <param name="first">The first stage's scores; above 0 for those that have a word of the question.</param>
    /// <param name="vectors">The points found by the vector, best first.</param>
    public Fusion(QdrantCandidates candidates, double[] first, IReadOnlyList<Guid> vectors)
    {
        this.candidates = candidates;
        scores = candidates.Scores.ToArray();
        vectorParts = new double[scores.Length];
        if (vectors.Count > 0) Join(first, vectors);
        Order = [.. Sorted(Enumerable.Range(0, scores.Length))];
    }

    /// <summary>The candidates, best first; equals in the order of their documents' ids and their own numbers.</summary>
    public IReadOnlyList<int> Order { get; }

    public double Score(int candidate) => scores[candidate];

    /// <summary>What the vector brought to a candidate's score.</summary>
    public double VectorPart(int candidate) => vectorParts[candidate];

    private void Join(double[] first, IReadOnlyList<Guid> vectors)
    {
        var numbers = Enumerable.Range(0, scores.Length).ToDictionary(c => candidates.Points[c].Id);
        var byWords = Sorted(Enumerable.Range(0, scores.Length).Where(c => first[c] > 0)).ToArray();
        Array.Clear(scores);
        for (var rank = 0; rank < vectors.Count; rank++)
            if (numbers.TryGetValue(vectors[rank], out var candidate)) scores[candidate] = vectorParts[candidate] = 1 / (Constant + rank + 1);
        for (var rank = 0; rank < byWords.Length; rank++) scores[byWords[rank]] += 1 / (Constant + rank + 1);
    }

    private IOrderedEnumerable<int> Sorted(IEnumerable<int> some) =>
        some.OrderByDescending(c => scores[c]).ThenBy(c => candidates.Found[c].Document.Id).ThenBy(c => candidates.Found[c].Passage.Number);
}
