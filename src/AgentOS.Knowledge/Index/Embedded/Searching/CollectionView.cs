using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>The segments of one collection, as one vocabulary.</summary>
internal sealed class CollectionView : IVocabulary
{
    public CollectionView(IReadOnlyList<LiveSegment> segments)
    {
        Segments = segments;
        PassageCount = segments.Sum(s => s.PassageCount);
        AverageLength = PassageCount == 0 ? 1 : Math.Max(1, (double)segments.Sum(s => s.TotalLength) / PassageCount);
    }

    public IReadOnlyList<LiveSegment> Segments { get; }

    public int PassageCount { get; }

    public double AverageLength { get; }

    public int Frequency(string term) => Frequency(term.AsSpan());

    public int Frequency(ReadOnlySpan<char> term)
    {
        var frequency = 0;
        foreach (var live in Segments)
            if (live.Segment.Dictionary.Find(term) is >= 0 and var number) frequency += live.Frequency(number);
        return frequency;
    }

    public IReadOnlyList<NearTerm> Near(string term, int edits)
    {
        var near = new Dictionary<string, NearTerm>(StringComparer.Ordinal);
        foreach (var live in Segments)
        {
            NearTerms.Find(live.Segment.Dictionary, term, edits, (number, distance) =>
            {
                var frequency = live.Frequency(number);
                if (frequency == 0) return;
                var text = live.Segment.Dictionary.Term(number).ToString();
                near[text] = new NearTerm(text, distance, frequency + near.GetValueOrDefault(text).Frequency);
            });
        }

        return [.. near.Values.OrderBy(n => n.Edits).ThenByDescending(n => n.Frequency).ThenBy(n => n.Term, StringComparer.Ordinal)];
    }
}
