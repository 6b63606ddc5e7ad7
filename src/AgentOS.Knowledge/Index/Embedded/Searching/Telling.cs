using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>Tells a candidate as something found: with its text, how much of the question it holds, and why it was found.</summary>
internal sealed class Telling(EmbeddedCandidates candidates, SearchTerms searched, Bm25 formula, Fusion fusion)
{
    public FoundPassage Tell(int candidate)
    {
        var (segment, number) = (candidates.SegmentOf(candidate), candidates[candidate].Passage);
        var passage = Records.Passage(segment.Blob(Section.PassageRecords, Section.PassageRecordStarts, number));
        var document = Records.Document(segment.Blob(Section.DocumentRecords, Section.DocumentRecordStarts, segment.Column<int>(Section.PassageDocuments)[number]));
        return new FoundPassage(passage, document, fusion.Score(candidate), Coverage(candidate), Why(candidate, segment.Column<int>(Section.Lengths)[number]));
    }

    private double Coverage(int candidate)
    {
        var question = candidates.Question.Terms;
        var counts = candidates.CountsOf(candidate);
        var (all, held) = (0.0, 0.0);
        for (var t = 0; t < question.Count; t++)
        {
            if (question[t].Word < 0 || t > 0 && question[t].Word == question[t - 1].Word) continue;
            var best = 0.0;
            for (var same = t; same < question.Count && question[same].Word == question[t].Word; same++)
                if (counts[same] > 0) best = Math.Max(best, Math.Min(1, question[same].Weight));
            all += searched.Rarities[t];
            held += searched.Rarities[t] * best;
        }

        return all == 0 ? 0 : Math.Min(1, held / all);
    }

    private MatchReason[] Why(int candidate, int length)
    {
        var question = candidates.Question.Terms;
        var counts = candidates.CountsOf(candidate);
        var reasons = new List<MatchReason>();
        var sum = 0.0;
        for (var t = 0; t < question.Count; t++)
        {
            if (counts[t] == 0) continue;
            var part = question[t].Weight * searched.Rarities[t] * formula.Part(counts[t], length, candidates.Vocabulary.AverageLength);
            reasons.Add(new MatchReason(question[t].Kind, question[t].Term == question[t].Asked ? question[t].Asked : $"{question[t].Asked} → {question[t].Term}", part));
            sum += part;
        }

        var score = fusion.Score(candidate);
        var byVector = score == 0 ? 0 : fusion.VectorPart(candidate) / score;
        return
        [
            .. reasons.Select(r => r with { Weight = r.Weight / sum * (1 - byVector) })
                .Concat(candidates.Reasons(candidate))
                .Concat(byVector > 0 ? [new MatchReason("vector", "", byVector)] : [])
                .OrderByDescending(r => r.Weight),
        ];
    }
}
