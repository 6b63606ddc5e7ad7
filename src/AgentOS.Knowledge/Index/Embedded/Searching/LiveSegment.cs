using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A segment without the documents that have gone since it was written. It never changes; another document gone makes another one.</summary>
internal sealed class LiveSegment
{
    private readonly int[] lost;

    /// <summary>Works out what has gone with some documents.</summary>
    public LiveSegment(Segment segment, ulong[] gone)
        : this(segment, gone, [], 0, 0)
    {
        for (var d = 0; d < segment.Facts.Documents; d++)
            if (Bits.IsSet(gone, d)) (PassageCount, TotalLength) = Lose(d, ref lost, PassageCount, TotalLength);
    }

    private LiveSegment(Segment segment, ulong[] gone, int[] lost, int passagesLost, long lengthLost)
    {
        (Segment, Gone, this.lost) = (segment, gone, lost);
        (PassageCount, TotalLength) = (segment.Facts.Passages - passagesLost, segment.Facts.TotalLength - lengthLost);
    }

    public Segment Segment { get; }

    /// <summary>A bit for each document that has gone.</summary>
    public ulong[] Gone { get; }

    /// <summary>How many passages are left.</summary>
    public int PassageCount { get; }

    /// <summary>How many terms they have together.</summary>
    public long TotalLength { get; }

    /// <summary>In how many of the passages that are left a term stands.</summary>
    public int Frequency(int term) => Segment.Column<int>(Section.TermFrequencies)[term] - (lost.Length == 0 ? 0 : lost[term]);

    /// <summary>The same without some documents more; itself where it has none of them.</summary>
    public LiveSegment Without(IEnumerable<Guid> documents)
    {
        var (gone, without, passages, length) = (Gone, lost, PassageCount, TotalLength);
        foreach (var id in documents)
        {
            if (Segment.Find(id) is not (>= 0 and var document) || Bits.IsSet(gone, document)) continue;
            if (ReferenceEquals(gone, Gone)) (gone, without) = (Bits.Copy(gone, Segment.Facts.Documents), [.. lost]);
            Bits.Set(gone, document);
            (passages, length) = Lose(document, ref without, passages, length);
        }

        return ReferenceEquals(gone, Gone) ? this : new LiveSegment(Segment, gone, without, Segment.Facts.Passages - passages, Segment.Facts.TotalLength - length);
    }

    private (int Passages, long Length) Lose(int document, ref int[] from, int passages, long length)
    {
        if (from.Length == 0) from = new int[Segment.Facts.Terms];
        var facts = Segment.Column<DocumentRow>(Section.Documents)[document];
        var seen = new HashSet<int>();
        for (var p = facts.FirstPassage; p < facts.FirstPassage + facts.PassageCount; p++)
        {
            var code = Segment.Blob(Section.TermCodes, Section.TermCodeStarts, p);
            var (terms, marks) = (new int[code.Length], new TermMarks[code.Length]);
            var count = TermCode.Read(code, terms, marks);
            seen.Clear();
            foreach (var term in terms.AsSpan(0, count))
                if (seen.Add(term)) from[term]++;
            length -= Segment.Column<int>(Section.Lengths)[p];
        }

        return (passages - facts.PassageCount, length);
    }
}
