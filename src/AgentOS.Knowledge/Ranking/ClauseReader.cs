using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Ranking;

/// <summary>Reads a question's parts in terms of an index.</summary>
internal sealed class ClauseReader(IPassageTerms passages, RankingSettings settings)
{
    private const int LeastWords = 3;

    private readonly Bm25 bm25 = new(settings);

    /// <summary>The parts that say most, in the order of the question. A part of less than three words counts only where there is nothing else.</summary>
    public IReadOnlyList<Clause> Read(string question)
    {
        var parts = QuestionParts.Of(question).Select(Tokenizer.Tokenize).ToList();
        if (parts.Exists(p => p.Count >= LeastWords)) parts.RemoveAll(p => p.Count < LeastWords);
        else if (parts.Count > 1) parts = [Tokenizer.Tokenize(question)];
        var clauses = parts.Select(Clause).Where(c => c.Stems.Count > 0).ToList();
        if (clauses.Count <= settings.MostParts) return clauses;
        var least = clauses.Select(c => c.Weight).OrderDescending().ElementAt(settings.MostParts - 1);
        return clauses.Where(c => c.Weight >= least).Take(settings.MostParts).ToList();
    }

    private Clause Clause(List<Token> tokens)
    {
        var stems = new Dictionary<int, double>();
        var pairs = new Dictionary<(int, int), double>();
        var grams = new Dictionary<ulong, double>();
        var (before, rarityBefore) = (-1, 0.0);
        foreach (var token in tokens)
        {
            AddGrams(token.Word, grams);
            var (stem, share) = Find(token);
            if (stem < 0) continue;
            var frequency = passages.Frequency(stem);
            var rarity = Bm25.Idf(passages.Count, frequency);
            stems[stem] = Math.Max(stems.GetValueOrDefault(stem), share * bm25.Rarity(passages.Count, frequency));
            if (before >= 0 && before != stem && token.Kind != TokenKind.PartOfCode) pairs[(before, stem)] = rarity + rarityBefore;
            if (token.Kind != TokenKind.PartOfCode) (before, rarityBefore) = (stem, rarity);
        }

        return new Clause(
            [.. stems.Select(s => new WeightedStem(s.Key, s.Value)).OrderByDescending(s => s.Weight).ThenBy(s => s.Stem).Take(settings.MostWords)],
            [.. pairs.Select(p => new StemPair(p.Key.Item1, p.Key.Item2, p.Value))],
            [.. grams.Select(g => new WeightedGram(g.Key, g.Value))]);
    }

    /// <summary>The token's stem, or the nearest there is when no passage has it.</summary>
    private (int Stem, double Share) Find(Token token)
    {
        var stem = passages.Stem(token.Stem);
        return stem >= 0 || token.Kind != TokenKind.Word ? (stem, 1) : (passages.Nearest(token.Word), settings.Misspelt);
    }

    private void AddGrams(string word, Dictionary<ulong, double> grams)
    {
        Span<ulong> found = stackalloc ulong[word.Length <= 128 ? word.Length + 1 : 0];
        if (found.Length == 0) return;
        foreach (var gram in found[..Grams.Of(word, found)])
            if (!grams.ContainsKey(gram) && passages.GramFrequency(gram) is > 0 and var frequency) grams[gram] = bm25.Rarity(passages.Count, frequency);
    }
}
