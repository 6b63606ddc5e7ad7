using System.Runtime.InteropServices;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>Segments that are to become one, without the documents that have gone.</summary>
internal sealed class Merged : ISegmentSource
{
    private readonly MergedPart[] parts;
    private readonly int[] documentParts, passageParts;
    private readonly List<byte> code = [];
    private int[] terms = new int[1024];
    private TermMarks[] marks = new TermMarks[1024];

    /// <summary>Joins segments, whose documents follow one another.</summary>
    /// <param name="segments">The segments, and of each a bit for every document that has gone.</param>
    public Merged(IReadOnlyList<(Segment Segment, ulong[] Gone)> segments)
    {
        parts = new MergedPart[segments.Count];
        var (documents, passages) = (0, 0);
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = new MergedPart(segments[i].Segment, segments[i].Gone, documents, passages);
            documents += parts[i].DocumentCount;
            passages += parts[i].PassageCount;
            if (Dimensions == 0) Dimensions = segments[i].Segment.Facts.Dimensions;
        }

        (DocumentCount, PassageCount) = (documents, passages);
        documentParts = [.. parts.Select(p => p.FirstDocument)];
        passageParts = [.. parts.Select(p => p.FirstPassage)];
    }

    public int DocumentCount { get; }

    public int PassageCount { get; }

    public int Dimensions { get; }

    public DocumentRow Document(int document)
    {
        var part = OfDocument(document, out var old);
        return part.Segment.Column<DocumentRow>(Section.Documents)[old];
    }

    public IReadOnlyList<string> Labels(int document)
    {
        var part = OfDocument(document, out var old);
        var facts = part.Segment.Column<DocumentRow>(Section.Documents)[old];
        var labels = part.Segment.Column<int>(Section.Labels).Slice(facts.FirstLabel, facts.LabelCount);
        var names = new string[labels.Length];
        for (var i = 0; i < names.Length; i++) names[i] = part.Segment.Words[labels[i]];
        return names;
    }

    public ReadOnlySpan<byte> DocumentRecord(int document) => OfDocument(document, out var old).Segment.Blob(Section.DocumentRecords, Section.DocumentRecordStarts, old);

    public string Language(int passage)
    {
        var part = OfPassage(passage, out var old);
        return part.Segment.Words[part.Segment.Column<int>(Section.PassageLanguages)[old]];
    }

    public int Length(int passage) => OfPassage(passage, out var old).Segment.Column<int>(Section.Lengths)[old];

    public void Terms(TermsWriter into) => MergedTerms.Write(parts, into);

    public ReadOnlySpan<byte> TermCode(int passage)
    {
        var part = OfPassage(passage, out var old);
        var written = part.Segment.Blob(Section.TermCodes, Section.TermCodeStarts, old);
        if (terms.Length < written.Length) (terms, marks) = (new int[written.Length * 2], new TermMarks[written.Length * 2]);
        var count = Segments.TermCode.Read(written, terms, marks);
        foreach (ref var term in terms.AsSpan(0, count)) term = part.NewTerms[term];
        code.Clear();
        Segments.TermCode.Write(code, terms.AsSpan(0, count), marks.AsSpan(0, count));
        return CollectionsMarshal.AsSpan(code);
    }

    public ReadOnlySpan<byte> PassageRecord(int passage) => OfPassage(passage, out var old).Segment.Blob(Section.PassageRecords, Section.PassageRecordStarts, old);

    public ReadOnlySpan<float> Vector(int passage)
    {
        var part = OfPassage(passage, out var old);
        if (part.Segment.Facts.Dimensions != Dimensions || Dimensions == 0) return [];
        return part.Segment.Column<int>(Section.VectorRows)[old] is >= 0 and var row ? part.Segment.Row(row) : [];
    }

    private MergedPart OfDocument(int document, out int old)
    {
        var part = parts[PartOf(documentParts, document)];
        old = part.Documents[document - part.FirstDocument];
        return part;
    }

    private MergedPart OfPassage(int passage, out int old)
    {
        var part = parts[PartOf(passageParts, passage)];
        old = part.Passages[passage - part.FirstPassage];
        return part;
    }

    /// <summary>The last part that begins at or before a number; parts without any begin where the next does.</summary>
    private static int PartOf(int[] firsts, int number)
    {
        var part = firsts.Length - 1;
        while (firsts[part] > number) part--;
        return part;
    }
}
