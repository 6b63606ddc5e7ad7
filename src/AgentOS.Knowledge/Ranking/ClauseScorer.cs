using System.Runtime.InteropServices;
using AgentOS.Knowledge.Analysis;

namespace AgentOS.Knowledge.Ranking;

/// <summary>Looks at a passage closely: besides the words of one part of a question, at their letters, at the title, and at words that follow one another.</summary>
internal sealed class ClauseScorer
{
    private readonly IPassageTerms passages;
    private readonly Clause clause;
    private readonly RankingSettings settings;
    private readonly Bm25 bm25;
    private readonly Dictionary<int, int> stems = [];
    private readonly Dictionary<ulong, int> grams = [];
    private readonly Dictionary<int, WordMatch> matches = [];
    private readonly List<int> gramsOfWords = [];
    private readonly int[] pairOf;
    private readonly int[] gramCounts;
    private readonly int[] pairCounts;
    private readonly int[] titleCounts;

    public ClauseScorer(IPassageTerms passages, Clause clause, RankingSettings settings)
    {
        (this.passages, this.clause, this.settings, bm25) = (passages, clause, settings, new Bm25(settings));
        for (var i = 0; i < clause.Stems.Count; i++) stems[clause.Stems[i].Stem] = i;
        for (var i = 0; i < clause.Grams.Count; i++) grams[clause.Grams[i].Gram] = i;
        pairOf = new int[stems.Count * stems.Count];
        for (var i = 0; i < clause.Pairs.Count; i++)
            if (stems.TryGetValue(clause.Pairs[i].First, out var first) && stems.TryGetValue(clause.Pairs[i].Second, out var second)) pairOf[first * stems.Count + second] = i + 1;
        (gramCounts, pairCounts, titleCounts) = (new int[grams.Count], new int[clause.Pairs.Count], new int[stems.Count]);
    }

    /// <summary>The passage's score: that of its words, which the index has found, and the rest.</summary>
    public double Score(ScoredPassage found)
    {
        var words = passages.Words(found.Passage);
        var titleLength = passages.TitleLength(found.Passage);
        Count(words, titleLength);
        var letters = 0.0;
        for (var i = 0; i < gramCounts.Length; i++)
            if (gramCounts[i] > 0) letters += clause.Grams[i].Weight * bm25.Saturation(gramCounts[i], words.Length, passages.AverageLength);
        var pairs = 0.0;
        for (var i = 0; i < pairCounts.Length; i++)
            if (pairCounts[i] > 0) pairs += clause.Pairs[i].Weight * bm25.Saturation(pairCounts[i], words.Length, passages.AverageLength);
        var title = 0.0;
        for (var i = 0; i < titleCounts.Length; i++)
            if (titleCounts[i] > 0) title += clause.Stems[i].Weight * bm25.Saturation(titleCounts[i], titleLength, passages.AverageTitleLength);
        return found.Score + settings.Grams * letters + settings.Pairs * pairs + settings.Title * title;
    }

    private void Count(ReadOnlySpan<int> words, int titleLength)
    {
        Array.Clear(gramCounts);
        Array.Clear(pairCounts);
        Array.Clear(titleCounts);
        var gramsOf = CollectionsMarshal.AsSpan(gramsOfWords);
        var before = -1;
        for (var i = 0; i < words.Length; i++)
        {
            if (!matches.TryGetValue(words[i], out var match))
            {
                matches[words[i]] = match = Match(words[i]);
                gramsOf = CollectionsMarshal.AsSpan(gramsOfWords);
            }

            foreach (var gram in gramsOf.Slice(match.Grams, match.GramCount)) gramCounts[gram]++;
            if (match.Stem >= 0)
            {
                if (i < titleLength) titleCounts[match.Stem]++;
                if (before >= 0 && pairOf[before * stems.Count + match.Stem] is > 0 and var pair) pairCounts[pair - 1]++;
            }

            before = match.Stem;
        }
    }

    /// <summary>What a word of the index has in common with the question; found once for all passages.</summary>
    private WordMatch Match(int word)
    {
        var text = passages.Word(word);
        var start = gramsOfWords.Count;
        Span<ulong> found = stackalloc ulong[text.Length <= 128 ? text.Length + 1 : 0];
        if (found.Length > 0)
        {
            foreach (var gram in found[..Grams.Of(text, found)])
                if (grams.TryGetValue(gram, out var index)) gramsOfWords.Add(index);
        }

        return new WordMatch(stems.GetValueOrDefault(passages.StemOf(word), -1), start, gramsOfWords.Count - start);
    }

    private readonly record struct WordMatch(int Stem, int Grams, int GramCount);
}
