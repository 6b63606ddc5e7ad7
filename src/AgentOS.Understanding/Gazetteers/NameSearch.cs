namespace AgentOS.Understanding.Gazetteers;

/// <summary>One utterance looked up in one index: rows of words are walked as far as any name goes on with them.</summary>
internal ref struct NameSearch
{
    private const int MostWords = 48;
    private const int MostRow = 10;
    private const int MostSteps = 4000;
    private const int Looked = 6;
    private const float Least = 0.5f;
    private const float Part = 0.74f;
    private const float Inside = 0.96f;
    private const float Everyday = 0.6f;
    private const float Behind = 0.25f;

    private readonly NameIndex index;
    private readonly IReadOnlySet<int>? gone;
    private readonly List<NameWord> words;
    private readonly List<Hit> hits;
    private readonly Span<WordCandidate> candidates;
    private readonly Span<int> counts;
    private readonly Span<bool> common;
    private int steps;

    /// <summary>Words that fit a record.</summary>
    internal readonly record struct Hit(int Name, int From, int To, byte Prefix, float Score, bool Whole);

    private NameSearch(NameIndex index, IReadOnlySet<int>? gone, List<NameWord> words, List<Hit> hits, Span<WordCandidate> candidates, Span<int> counts, Span<bool> common)
    {
        (this.index, this.gone, this.words, this.hits) = (index, gone, words, hits);
        this.candidates = candidates;
        this.counts = counts;
        this.common = common;
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
        var search = new NameSearch(index, gone, words, hits, stackalloc WordCandidate[count * WordCandidates.Most], stackalloc int[count], stackalloc bool[count]);
        var keys = new List<uint>(48);
        for (var i = 0; i < count; i++)
        {
            var found = new WordCandidates(search.candidates.Slice(i * WordCandidates.Most, WordCandidates.Most));
            NameLookup.Of(index.Vocabulary, words, i, isCommon, keys, ref found);
            search.counts[i] = found.Count;
            search.common[i] = isCommon(words[i].Norm) || words[i].IsKind || !words[i].Norm.AsSpan().ContainsAnyExceptInRange('0', '9');
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
            Step(start, start, from, to, new Row(0, 0, 0, candidate.Prefix, true), candidate);
        }
    }

    /// <summary>How far a row of words has come.</summary>
    /// <param name="Depth">Words of the name.</param>
    /// <param name="Sum">What they weigh, less what is wrong with them.</param>
    /// <param name="Weight">What they weigh.</param>
    /// <param name="Prefix">Particles before the first.</param>
    /// <param name="IsCommon">Whether all are everyday words.</param>
    private readonly record struct Row(int Depth, float Sum, float Weight, byte Prefix, bool IsCommon)
    {
        public Row With(float weight, float score, bool common) => new(Depth + 1, Sum + (weight * score), Weight + weight, Prefix, IsCommon && common);
    }

    private void Step(int start, int at, int from, int to, in Row before, in WordCandidate candidate)
    {
        if (from >= to || ++steps > MostSteps) return;
        var row = before.With(index.Weight(candidate.Word), candidate.Score, common[at] && candidate.Taken == 1);
        var last = candidate.Word;
        if (candidate.Then >= 0)
        {
            (from, to) = index.Narrow(from, to, row.Depth, last = candidate.Then);
            if (from >= to) return;
            row = row.With(index.Weight(last), candidate.Score, false);
        }

        var next = at + candidate.Taken;
        Note(start, next, from, to, row);
        if (row.Depth >= MostRow) return;
        if (next < counts.Length && words[next].IsSmall) next++;
        if (next >= counts.Length || words[next].Start - words[next - 1].End > 1) return;
        for (var c = 0; c < counts[next]; c++)
        {
            var more = candidates[(next * WordCandidates.Most) + c];
            if (more.Prefix > 0 && !IsOfName(more.Prefix) || !index.Pairs.MayHave(last, more.Word)) continue;
            var (low, high) = index.Narrow(from, to, row.Depth, more.Word);
            Step(start, next, low, high, row, more);
        }
    }

    /// <summary>Within a name a particle is part of it: شركة النخيل للتجارة.</summary>
    private static bool IsOfName(byte letters) => letters == 2;

    /// <summary>A part of a name, when few have it, says nearly as much as the whole.</summary>
    private readonly void Note(int start, int end, int from, int to, in Row row)
    {
        var (many, best, alike) = (to - from, 0f, row.Sum / row.Weight);
        for (var place = from; place < to && place < from + Looked; place++)
        {
            var (name, begins, ends) = index.Ending(place, row.Depth);
            if (many > Looked && !(begins && ends)) return;
            if (gone is not null && gone.Contains(index.RecordNumberOf(name))) continue;
            var whole = begins && ends;
            var score = whole ? alike : alike * (Part + ((1 - Part) * row.Weight / index.NameWeight(name))) * (begins ? 1 : Inside) * (row.IsCommon ? Everyday : 1);
            if (score < Least || score < best - Behind) continue;
            best = Math.Max(best, score);
            hits.Add(new Hit(name, start, end, row.Prefix, Math.Min(1, score), whole));
        }
    }
}
