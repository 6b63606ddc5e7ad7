namespace AgentOS.Knowledge.Index.Memory;

/// <summary>One tenant's passages with their words.</summary>
internal sealed class MemoryShelf
{
    private const double K1 = 1.2;
    private const double B = .75;

    private readonly Dictionary<Guid, List<Entry>> documents = [];
    private readonly Dictionary<string, List<(Entry Entry, int Times)>> postings = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (int Passages, long Words)> collections = new(StringComparer.Ordinal);

    public ReaderWriterLockSlim Lock { get; } = new();

    public long Position { get; set; }

    public void Apply(DocumentChange change)
    {
        if (documents.Remove(change.Id, out var old))
            foreach (var entry in old) Forget(entry);
        if (change.Document is null) return;
        var entries = new List<Entry>(change.Passages.Count);
        foreach (var passage in change.Passages)
        {
            var words = PlainWords.Of(string.Join('\n', [change.Document.Title, .. passage.Headings, passage.Text]));
            var entry = new Entry(change.Document, passage, words);
            entries.Add(entry);
            Count(entry, 1);
            foreach (var word in words.CountBy(w => w))
            {
                if (!postings.TryGetValue(word.Key, out var list)) postings[word.Key] = list = [];
                list.Add((entry, word.Value));
            }
        }

        documents[change.Id] = entries;
    }

    /// <summary>BM25 over the passages of the query's collection (k1 1.2, b 0.75; Robertson and Zaragoza, 2009).</summary>
    public IReadOnlyList<FoundPassage> Search(KnowledgeQuery query)
    {
        var (all, words) = collections.GetValueOrDefault(query.Collection);
        var average = Math.Max(1, (double)words / Math.Max(1, all));
        var found = new Dictionary<Entry, (double Score, double Held, List<MatchReason> Why)>();
        double asked = 0;
        foreach (var word in PlainWords.Of(query.Text).Distinct(StringComparer.Ordinal))
        {
            var list = postings.GetValueOrDefault(word)?.Where(p => p.Entry.Document.Collection == query.Collection).ToList() ?? [];
            var rarity = Math.Log(1 + ((all - list.Count + .5) / (list.Count + .5)));
            asked += rarity;
            foreach (var (entry, times) in list.Where(p => Fits(p.Entry, query)))
            {
                var weight = rarity * times * (K1 + 1) / (times + (K1 * (1 - B + (B * entry.Words.Count / average))));
                var (score, held, why) = found.GetValueOrDefault(entry, (0, 0, []));
                why.Add(new MatchReason("word", word, weight));
                found[entry] = (score + weight, held + rarity, why);
            }
        }

        return
        [
            .. found.OrderByDescending(f => f.Value.Score).ThenBy(f => f.Key.Document.Source, StringComparer.Ordinal).ThenBy(f => f.Key.Passage.Number).Take(query.Count)
                .Select(f => new FoundPassage(f.Key.Passage, f.Key.Document, f.Value.Score, f.Value.Held / asked, [.. f.Value.Why.OrderByDescending(w => w.Weight)])),
        ];
    }

    private void Count(Entry entry, int by)
    {
        var (passages, words) = collections.GetValueOrDefault(entry.Document.Collection);
        collections[entry.Document.Collection] = (passages + by, words + (by * (long)entry.Words.Count));
    }

    private void Forget(Entry entry)
    {
        Count(entry, -1);
        foreach (var word in entry.Words.Distinct())
        {
            var list = postings[word];
            list.RemoveAll(p => ReferenceEquals(p.Entry, entry));
            if (list.Count == 0) postings.Remove(word);
        }
    }

    private static bool Fits(Entry entry, KnowledgeQuery query) =>
        (entry.Document.Owner is null || entry.Document.Owner == query.User)
        && (query.Language is null || entry.Passage.Language == query.Language)
        && (query.On is not { } day || ((entry.Document.ValidFrom ?? day) <= day && (entry.Document.ValidUntil ?? day) >= day))
        && query.Labels.All(entry.Document.Labels.Contains);

    private sealed class Entry(DocumentInfo document, Passage passage, List<string> words)
    {
        public DocumentInfo Document => document;

        public Passage Passage => passage;

        public List<string> Words => words;
    }
}
