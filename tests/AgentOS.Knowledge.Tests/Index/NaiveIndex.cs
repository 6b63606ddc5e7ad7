using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Embedded;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>The same search without an index: every passage is read and scored. What the embedded index must agree with.</summary>
internal sealed class NaiveIndex(ITextAnalysis analysis)
{
    private readonly Dictionary<Guid, (DocumentChange Change, List<string>[] Terms)> documents = [];

    public void Apply(IEnumerable<DocumentChange> changes)
    {
        foreach (var change in changes)
        {
            documents.Remove(change.Id);
            if (change.Document is not null) documents.Add(change.Id, (change, [.. change.Passages.Select(p => Terms(change.Document, p))]));
        }
    }

    /// <summary>All that fit, best first, with their scores.</summary>
    public List<(Guid Passage, double Score)> Search(KnowledgeQuery query)
    {
        var all = documents.Values.Where(d => d.Change.Document!.Collection == query.Collection).SelectMany(d => d.Change.Passages.Select((p, i) => (d.Change.Document, Passage: p, Terms: d.Terms[i]))).ToList();
        var average = all.Count == 0 ? 1 : Math.Max(1, all.Average(p => (double)p.Terms.Count));
        var terms = analysis.Ask(query.Text, new NoVocabulary()).Terms.Select(t => (t.Term, Rarity: Bm25.Rarity(all.Count, all.Count(p => p.Terms.Contains(t.Term))))).ToList();
        return
        [
            .. all.Where(p => Fits(query, p.Document!, p.Passage))
                .Select(p => (p.Document, p.Passage, Score: terms.Sum(t => t.Rarity * Bm25.Usual.Part(Math.Min(p.Terms.Count(x => x == t.Term), 255), p.Terms.Count, average))))
                .Where(p => p.Score > 0)
                .OrderByDescending(p => p.Score).ThenBy(p => p.Document!.Id).ThenBy(p => p.Passage.Number)
                .Select(p => (p.Passage.Id, p.Score)),
        ];
    }

    private static bool Fits(KnowledgeQuery query, DocumentInfo document, Passage passage) =>
        (document.Owner is null || document.Owner == query.User)
        && (query.Language is null || passage.Language == query.Language)
        && query.Labels.All(document.Labels.Contains)
        && (query.On is not { } day || (document.ValidFrom is not { } from || from <= day) && (document.ValidUntil is not { } until || day <= until));

    private List<string> Terms(DocumentInfo document, Passage passage)
    {
        var sink = new Sink();
        analysis.Read(document, passage, sink);
        return sink.Terms;
    }

    private sealed class Sink : ITermSink
    {
        public List<string> Terms { get; } = [];

        public void Add(ReadOnlySpan<char> term, TermMarks marks) => Terms.Add(term.ToString());
    }

    private sealed class NoVocabulary : IVocabulary
    {
        public int PassageCount => 0;

        public double AverageLength => 1;

        public int Frequency(string term) => 1;

        public IReadOnlyList<NearTerm> Near(string term, int edits) => [];
    }
}
