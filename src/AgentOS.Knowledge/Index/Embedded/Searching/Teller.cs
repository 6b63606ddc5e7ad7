using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>Gives a candidate as something found.</summary>
internal sealed class Teller(EmbeddedCandidates candidates, SearchTerms searched, Bm25 formula, Fusion fusion)
{
    public FoundPassage Tell(int candidate)
    {
        var (segment, number) = (candidates.SegmentOf(candidate), candidates[candidate].Passage);
        var passage = Records.Passage(segment.Blob(Section.PassageRecords, Section.PassageRecordStarts, number));
        var document = Records.Document(segment.Blob(Section.DocumentRecords, Section.DocumentRecordStarts, segment.Column<int>(Section.PassageDocuments)[number]));
        var terms = candidates.Question.Terms;
        var parts = Parts(candidate, segment.Column<int>(Section.Lengths)[number]);
        var score = fusion.Score(candidate);
        var byVector = score == 0 ? 0 : fusion.VectorPart(candidate) / score;
        return new FoundPassage(passage, document, score, Telling.Coverage(terms, searched.Rarities, parts), Telling.Why(terms, parts, candidates.Reasons(candidate), byVector));
    }

    private double[] Parts(int candidate, int length)
    {
        var counts = candidates.CountsOf(candidate);
        var parts = new double[counts.Length];
        for (var t = 0; t < parts.Length; t++)
            if (counts[t] > 0) parts[t] = candidates.Question.Terms[t].Weight * searched.Rarities[t] * formula.Part(counts[t], length, candidates.Vocabulary.AverageLength);
        return parts;
    }
}
