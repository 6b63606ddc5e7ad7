using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>The second stage: looks at the best passages closely. Besides the words, their letters count (so that forms which the stems miss are found), the title, and words that follow one another as in the question.</summary>
internal sealed class CloseLook(RankingSettings settings) : ICandidateRanker
{
    public int Depth => settings.Depth;

    public void Rank(Candidates candidates)
    {
        if (candidates.Count == 0 || candidates.Question.Terms.Count == 0) return;
        var looked = Math.Min(candidates.Count, settings.Depth);
        var question = new QuestionShape(candidates.Question, candidates.Vocabulary, settings);
        var overlaps = new GramOverlaps(question, candidates);
        var titles = new int[looked];
        for (var i = 0; i < titles.Length; i++) titles[i] = TitleLength(candidates.Marks(i));
        var look = new PassageLook(question, overlaps, settings, candidates.Vocabulary.AverageLength, Math.Max(1, titles.Average()));
        for (var i = 0; i < titles.Length; i++)
        {
            var (letters, pairs, title) = look.At(candidates, i, titles[i]);
            var words = candidates.Scores[i];
            candidates.Scores[i] = words + letters + pairs + title;
            if (pairs > 0) candidates.Because(i, new MatchReason("close-together", "", pairs / candidates.Scores[i]));
        }
    }

    private static int TitleLength(ReadOnlySpan<TermMarks> marks)
    {
        var length = 0;
        while (length < marks.Length && (marks[length] & (TermMarks.Title | TermMarks.Heading)) != 0) length++;
        return length;
    }
}
