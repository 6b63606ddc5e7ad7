using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>One utterance looked up in one index: rows of words are walked as far as any name goes on with them.</summary>
internal ref struct NameSearch
{
    private const int MostWords = 48;
    private const int MostRow = 10;
    private const int MostSteps = 4000;
    private const int Looked = 12;
    private const float Least = 0.34f;
    private const float Inside = 0.93f;

    private readonly NameIndex index;
    private readonly IReadOnlySet<int>? gone;
    private readonly List<NameWord> words;
    private readonly List<Hit> hits;
    private readonly Span<WordCandidate> candidates;
    private readonly Span<int> counts;
    private int steps;

    /// <summary>Words that fit a record.</summary>
    internal readonly record struct Hit(int Name, int From, int To, byte Prefix, float Score, bool Whole);

    private NameSearch(NameIndex index, IReadOnlySet<int>? gone, List<NameWord> words, List<Hit> hits, Span<WordCandidate> candidates, Span<int> counts)
    {
        (this.index, this.gone, this.words, this.hits) = (index, gone, words, hits);
        this.candidates = candidates;
        this.counts = counts;
    }

    /// <summary>Finds the records that the words may name.</summary>
    /// <param name="index">The names.</param>
    /// <param name="gone">Numbers of records that are no longer as the index has them.</param>
    /// <param name="words">The utterance's words.</param>
    /// <param name="isCommon">Whether a word is one of everyday language, which is never taken for a misspelt name.</param>
    public static List<Hit> Run(NameIndex index, IReadOnlySet<int>? gone, List<NameWord> words, Func<string, bool> isCommon)
    {
        var hits = new List<Hit>();
        if (index.Count == 0) return hits;
        var count = Math.Min(words.Count, MostWords);
        var search = new NameSearch(index, gone, words, hits, stackalloc WordCandidate[count * WordCandidates.Most], stackalloc int[count]);
        var keys = new List<uint>(48);
        for (var i = 0; i < count; i++)
        {
            var found = new WordCandidates(search.candidates.Slice(i * WordCandidates.Most, WordCandidates.Most));
            NameLookup.Of(index.Vocabulary, words, i, isCommon, keys, ref found);
            search.counts[i] = found.Count;
        }

        for (var i = 0; i < count; i++) search.Walk(i);
        return hits;
    }

    private void Walk(int start)
    {
        if (words[start].IsSmall && counts[start] == 0) return;
        for (var c = 0; c < counts[start]; c++)
        {
            var candidate = candidates[(start * WordCandidates.Most) + c];
            var (from, to) = index.With(candidate.Word);
            Step(start, start, from, to, 0, 0, candidate, candidate.Prefix);
        }
    }

    private void Step(int start, int at, int from, int to, int depth, float sum, in WordCandidate candidate, byte prefix)
    {
        if (from >= to || ++steps > MostSteps) return;
        depth++;
        sum += candidate.Score * index.Weight(candidate.Word);
        if (candidate.Then >= 0)
        {
            (from, to) = index.Narrow(from, to, depth++, candidate.Then);
            if (from >= to) return;
            sum += candidate.Score * index.Weight(candidate.Then);
        }

        var next = at + candidate.Taken;
        Note(start, next, from, to, depth, sum, prefix);
        if (depth >= MostRow) return;
        if (next < counts.Length && words[next].IsSmall) next++;
        if (next >= counts.Length || words[next].Start - words[next - 1].End > 1) return;
        for (var c = 0; c < counts[next]; c++)
        {
            var more = candidates[(next * WordCandidates.Most) + c];
            if (more.Prefix > 0 && !IsOfName(more.Prefix)) continue;
            var (low, high) = index.Narrow(from, to, depth, more.Word);
            Step(start, next, low, high, depth, sum, more, prefix);
        }
    }

    /// <summary>Within a name a particle is part of it: شركة النخيل للتجارة.</summary>
    private static bool IsOfName(byte letters) => letters == 2;

    private readonly void Note(int start, int end, int from, int to, int depth, float sum, byte prefix)
    {
        var many = to - from;
        for (var place = from; place < to && place < from + Looked; place++)
        {
            var (name, begins, ends) = index.Ending(place, depth);
            if (gone is not null && gone.Contains(index.RecordNumberOf(name))) continue;
            var score = Math.Min(1, sum / index.NameWeight(name));
            if (!begins) score *= Inside;
            if (!(begins && ends) && many > Looked) score *= 0.7f;
            if (score >= Least) hits.Add(new Hit(name, start, end, prefix, score, begins && ends));
        }
    }
}
