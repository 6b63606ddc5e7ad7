namespace AgentOS.Knowledge.Index.Qdrant.Search;

/// <summary>Tells a candidate as something found: how much of the question it holds, and why it was found.</summary>
internal sealed class Telling(QdrantCandidates candidates, Fusion fusion)
{
    public FoundPassage Tell(int candidate)
    {
        var (passage, document) = candidates.Found[candidate];
        return new FoundPassage(passage, document, fusion.Score(candidate), Coverage(candidate), Why(candidate));
    }

    private double Coverage(int candidate)
    {
        var question = candidates.Question.Terms;
        var (all, held) = (0.0, 0.0);
        for (var t = 0; t < question.Count; t++)
        {
            // A word's own term comes first, and says how rare the word is, whatever else may stand for it.
            if (question[t].Word < 0 || (t > 0 && question[t].Word == question[t - 1].Word)) continue;
            var best = 0.0;
            for (var same = t; same < question.Count && question[same].Word == question[t].Word; same++)
                if (candidates.TimesOf(candidate, same) > 0) best = Math.Max(best, Math.Min(1, question[same].Weight));
            all += candidates.Asked.Rarities[t];
            held += candidates.Asked.Rarities[t] * best;
        }

        return all == 0 ? 0 : Math.Min(1, held / all);
    }

    private MatchReason[] Why(int candidate)
    {
        var question = candidates.Question.Terms;
        var reasons = new List<MatchReason>();
        for (var t = 0; t < question.Count; t++)
            if (candidates.Part(candidate, t) is > 0 and var part) reasons.Add(new MatchReason(question[t].Kind, question[t].Term == question[t].Asked ? question[t].Asked : $"{question[t].Asked} → {question[t].Term}", part));
        var sum = reasons.Sum(static reason => reason.Weight);
        var score = fusion.Score(candidate);
        var byVector = score == 0 ? 0 : fusion.VectorPart(candidate) / score;
        return
        [
            .. reasons.Select(reason => reason with { Weight = reason.Weight / sum * (1 - byVector) })
                .Concat(candidates.Reasons(candidate))
                .Concat(byVector > 0 ? [new MatchReason("vector", "", byVector)] : [])
                .OrderByDescending(static reason => reason.Weight),
        ];
    }
}
