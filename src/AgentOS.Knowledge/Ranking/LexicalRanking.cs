namespace AgentOS.Knowledge.Ranking;

/// <summary>
/// Finds the passages that answer a question by words alone: the best by BM25 over stems, looked at closely. A question of several sentences is looked
/// for sentence by sentence, and a passage that fits one of them well comes before one that fits all of them a little.
/// </summary>
internal sealed class LexicalRanking(IPassageTerms passages, RankingSettings settings)
{
    private readonly ClauseReader reader = new(passages, settings);

    /// <summary>The best passages, best first.</summary>
    public IReadOnlyList<ScoredPassage> Find(string question, int count)
    {
        var clauses = reader.Read(question);
        var scores = new Dictionary<int, double>();
        foreach (var clause in clauses)
        {
            var scorer = new ClauseScorer(passages, clause, settings);
            foreach (var found in passages.Best(clause.Stems, Math.Max(settings.Depth, count)))
            {
                var score = scorer.Score(found);
                scores[found.Passage] = scores.GetValueOrDefault(found.Passage) + (clauses.Count == 1 ? score : Math.Pow(score, settings.Sharpness));
            }
        }

        return [.. scores.Select(s => new ScoredPassage(s.Key, clauses.Count == 1 ? s.Value : Math.Pow(s.Value, 1 / settings.Sharpness)))
            .OrderByDescending(s => s.Score).ThenBy(s => s.Passage).Take(count)];
    }
}
