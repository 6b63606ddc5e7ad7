using System.Runtime.InteropServices;
using System.Text;
using AgentOS.Knowledge.Index.Embedded.Files;

namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>Writes a segment's file.</summary>
internal sealed class SegmentWriter(ISegmentSource source, Bm25 formula)
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);

    /// <summary>Writes it.</summary>
    /// <returns>The file's length and checksum.</returns>
    public (long Length, uint Checksum) Write(string path, CancellationToken cancel)
    {
        using var to = new SectionWriter(path, (int)Section.Count);
        var lengths = new int[source.PassageCount];
        for (var i = 0; i < lengths.Length; i++) lengths[i] = source.Length(i);
        var facts = new SegmentFacts(0, lengths.Length, source.DocumentCount, source.Dimensions, 0, 0, lengths.Sum(l => (long)l));

        to.Begin((int)Section.Postings);
        var terms = new TermsWriter(to, lengths, formula, facts.AverageLength);
        source.Terms(terms);
        terms.Finish();
        cancel.ThrowIfCancellationRequested();

        to.Section<int>((int)Section.Lengths, lengths);
        Blobs(to, Section.TermCodes, Section.TermCodeStarts, source.PassageCount, source.TermCode);
        Blobs(to, Section.PassageRecords, Section.PassageRecordStarts, source.PassageCount, source.PassageRecord);
        cancel.ThrowIfCancellationRequested();
        Documents(to);
        var rows = Vectors(to);
        to.Section<SegmentFacts>((int)Section.Facts, [facts with { Terms = terms.Count, Rows = rows }]);
        return to.Finish();
    }

    private void Documents(SectionWriter to)
    {
        var facts = new DocumentRow[source.DocumentCount];
        var labels = new List<int>();
        var languages = new int[source.PassageCount];
        var documents = new int[source.PassageCount];
        var first = 0;
        for (var d = 0; d < facts.Length; d++)
        {
            var firstLabel = labels.Count;
            foreach (var label in source.Labels(d)) labels.Add(Word(label));
            facts[d] = source.Document(d) with { FirstPassage = first, FirstLabel = firstLabel, LabelCount = labels.Count - firstLabel };
            documents.AsSpan(first, facts[d].PassageCount).Fill(d);
            first += facts[d].PassageCount;
        }

        for (var p = 0; p < languages.Length; p++) languages[p] = Word(source.Language(p));
        var order = Enumerable.Range(0, facts.Length).ToArray();
        Array.Sort(order, (left, right) => facts[left].Id.CompareTo(facts[right].Id));
        to.Section<DocumentRow>((int)Section.Documents, facts);
        to.Section<int>((int)Section.DocumentOrder, order);
        to.Section<int>((int)Section.Labels, CollectionsMarshal.AsSpan(labels));
        to.Section<int>((int)Section.PassageDocuments, documents);
        to.Section<int>((int)Section.PassageLanguages, languages);
        Blobs(to, Section.DocumentRecords, Section.DocumentRecordStarts, facts.Length, source.DocumentRecord);
        to.Section<byte>((int)Section.Words, Encoding.UTF8.GetBytes(string.Concat(words.Keys.Select(w => w + '\0'))));
    }

    private int Vectors(SectionWriter to)
    {
        if (source.Dimensions == 0) return 0;
        var (rows, passages) = (new int[source.PassageCount], new List<int>());
        var signs = new List<ulong>();
        to.Begin((int)Section.Vectors);
        for (var p = 0; p < rows.Length; p++)
        {
            var vector = source.Vector(p);
            rows[p] = vector.IsEmpty ? -1 : passages.Count;
            if (vector.IsEmpty) continue;
            passages.Add(p);
            to.Write(vector);
            SignBits.Append(signs, vector);
        }

        to.Section<ulong>((int)Section.Signs, CollectionsMarshal.AsSpan(signs));
        to.Section<int>((int)Section.VectorRows, rows);
        to.Section<int>((int)Section.RowPassages, CollectionsMarshal.AsSpan(passages));
        return passages.Count;
    }

    private int Word(string word)
    {
        if (!words.TryGetValue(word.Replace('\0', ' '), out var number)) words.Add(word.Replace('\0', ' '), number = words.Count);
        return number;
    }

    private static void Blobs(SectionWriter to, Section section, Section startsSection, int count, Func<int, ReadOnlySpan<byte>> blob)
    {
        var starts = new long[count + 1];
        to.Begin((int)section);
        for (var i = 0; i < count; i++)
        {
            to.Write(blob(i));
            starts[i + 1] = to.SectionLength;
        }

        to.Section<long>((int)startsSection, starts);
    }
}
