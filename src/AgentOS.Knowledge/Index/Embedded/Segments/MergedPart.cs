namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A segment on its way into another: what of it goes along, and where to.</summary>
internal sealed class MergedPart
{
    public MergedPart(Segment segment, ulong[] gone, int firstDocument, int firstPassage)
    {
        (Segment, FirstDocument, FirstPassage) = (segment, firstDocument, firstPassage);
        NewTerms = new int[segment.Facts.Terms];
        NewPassages = new int[segment.Facts.Passages];
        Array.Fill(NewPassages, -1);
        var (documents, passages) = (new List<int>(segment.Facts.Documents), new List<int>(segment.Facts.Passages));
        var facts = segment.Column<DocumentRow>(Section.Documents);
        for (var d = 0; d < facts.Length; d++)
        {
            if (Bits.IsSet(gone, d)) continue;
            documents.Add(d);
            for (var p = facts[d].FirstPassage; p < facts[d].FirstPassage + facts[d].PassageCount; p++)
            {
                NewPassages[p] = firstPassage + passages.Count;
                passages.Add(p);
            }
        }

        (Documents, Passages) = (documents, passages);
    }

    public Segment Segment { get; }

    public int FirstDocument { get; }

    public int FirstPassage { get; }

    public int DocumentCount => Documents.Count;

    public int PassageCount => Passages.Count;

    /// <summary>The old numbers of the documents that go along.</summary>
    public List<int> Documents { get; }

    /// <summary>The old numbers of the passages that go along.</summary>
    public List<int> Passages { get; }

    /// <summary>The new numbers of all passages, -1 for those that do not go along.</summary>
    public int[] NewPassages { get; }

    /// <summary>The new numbers of all terms; set when the terms are written.</summary>
    public int[] NewTerms { get; }
}
