namespace AgentOS.Knowledge.Index;

/// <summary>Says of a passage that was found how much of the question it holds, and why it was found; the same for every index.</summary>
internal static class Telling
{
    /// <summary>The share of the question's words that a passage holds, each weighed by its rarity.</summary>
    /// <param name="terms">The question's terms; a word's own comes first, and says how rare the word is, whatever else may stand for it.</param>
    /// <param name="rarities">Each term's rarity.</param>
    /// <param name="parts">What each term brings to the passage's score; 0 where it is not in it.</param>
    public static double Coverage(IReadOnlyList<QuestionTerm> terms, double[] rarities, ReadOnlySpan<double> parts)
    {
        var (all, held) = (0.0, 0.0);
        for (var t = 0; t < terms.Count; t++)
        {
            if (t > 0 && terms[t].Word == terms[t - 1].Word) continue;
            var best = 0.0;
            for (var same = t; same < terms.Count && terms[same].Word == terms[t].Word; same++)
                if (parts[same] > 0) best = Math.Max(best, terms[same].Likeness);
            all += rarities[t];
            held += rarities[t] * best;
        }

        return all == 0 ? 0 : Math.Min(1, held / all);
    }

    /// <summary>What speaks for a passage, strongest first.</summary>
    /// <param name="terms">The question's terms.</param>
    /// <param name="parts">What each term brings to the passage's score.</param>
    /// <param name="others">What the second stage says for it.</param>
    /// <param name="byVector">The share of its score that the vector brings.</param>
    public static MatchReason[] Why(IReadOnlyList<QuestionTerm> terms, double[] parts, IReadOnlyList<MatchReason> others, double byVector)
    {
        var sum = parts.Sum();
        var reasons = new List<MatchReason>(others);
        for (var t = 0; t < terms.Count; t++)
            if (parts[t] > 0) reasons.Add(new MatchReason(terms[t].Kind, terms[t].Term == terms[t].Asked ? terms[t].Asked : $"{terms[t].Asked} → {terms[t].Term}", parts[t] / sum * (1 - byVector)));
        if (byVector > 0) reasons.Add(new MatchReason("vector", "", byVector));
        return [.. reasons.OrderByDescending(r => r.Weight)];
    }
}
