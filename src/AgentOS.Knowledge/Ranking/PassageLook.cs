using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>Looks at one passage after another for one question.</summary>
internal sealed class PassageLook(QuestionShape question, GramOverlaps overlaps, RankingSettings settings, double averageLength, double averageTitle)
{
    private readonly int[] gramCounts = new int[question.GramWeights.Count];
    private readonly int[] pairCounts = new int[question.Words];
    private readonly int[] titleCounts = new int[question.Words];

    /// <summary>What letters, pairs of words (counted at their second) and title bring to a passage's score.</summary>
    public (double Letters, double Pairs, double Title) At(Candidates candidates, int candidate, int titleLength)
    {
        Count(candidates, candidate, titleLength);
        double length = candidates.Terms(candidate).Length, letters = 0, pairs = 0, title = 0;
        for (var i = 0; i < gramCounts.Length; i++)
            if (gramCounts[i] > 0) letters += question.GramWeights[i] * Bm25.Saturation(gramCounts[i], length, averageLength, settings);
        for (var word = 0; word < question.Words; word++)
        {
            if (pairCounts[word] > 0) pairs += (question.Rarities[word - 1] + question.Rarities[word]) * Bm25.Saturation(pairCounts[word], length, averageLength, settings);
            if (titleCounts[word] > 0) title += question.WordWeights[word] * Bm25.Saturation(titleCounts[word], titleLength, averageTitle, settings);
        }

        return (settings.Grams * letters, settings.Pairs * pairs, settings.Title * title);
    }

    private void Count(Candidates candidates, int candidate, int titleLength)
    {
        Array.Clear(gramCounts);
        Array.Clear(pairCounts);
        Array.Clear(titleCounts);
        var terms = candidates.Terms(candidate);
        var marks = candidates.Marks(candidate);
        var before = -2;
        for (var i = 0; i < terms.Length; i++)
        {
            foreach (var gram in overlaps.Of(candidate, terms[i])) gramCounts[gram]++;
            var word = terms[i] >= 0 ? question.WordOf[terms[i]] : -2;
            if (word >= 0 && i < titleLength) titleCounts[word]++;
            if ((marks[i] & TermMarks.SamePlace) != 0) continue;
            if (word > 0 && before == word - 1) pairCounts[word]++;
            before = word;
        }
    }
}
