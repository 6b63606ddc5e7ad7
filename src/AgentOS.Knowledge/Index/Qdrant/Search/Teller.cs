namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>Gives a candidate as something found.</summary>
internal sealed class Teller(QdrantCandidates candidates, Fusion fusion)
{
    public FoundPassage Tell(int candidate)
    {
        var (passage, document) = candidates.Found[candidate];
        var terms = candidates.Question.Terms;
        var parts = new double[terms.Count];
        for (var t = 0; t < parts.Length; t++) parts[t] = candidates.Part(candidate, t);
        var score = fusion.Score(candidate);
        var byVector = score == 0 ? 0 : fusion.VectorPart(candidate) / score;
        return new FoundPassage(passage, document, score, Telling.Coverage(terms, candidates.Asked.Rarities, parts), Telling.Why(terms, parts, candidates.Reasons(candidate), byVector));
    }
}
