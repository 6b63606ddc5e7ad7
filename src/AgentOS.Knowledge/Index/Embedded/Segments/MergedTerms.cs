namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>Goes through several sorted dictionaries at once and writes each term with its passages of all of them.</summary>
internal static class MergedTerms
{
    public static void Write(MergedPart[] parts, TermsWriter into)
    {
        var at = new int[parts.Length];
        var same = new List<int>(parts.Length);
        while (Least(parts, at, same) is >= 0 and var first)
        {
            var term = parts[first].Segment.Dictionary.Term(at[first]);
            foreach (var part in same) Postings(parts[part], at[part], into);
            var number = into.Term(term);
            foreach (var part in same) parts[part].NewTerms[at[part]++] = number;
        }
    }

    /// <summary>The parts whose next term is the least, in order; the first of them, or -1 at the end.</summary>
    private static int Least(MergedPart[] parts, int[] at, List<int> same)
    {
        same.Clear();
        for (var part = 0; part < parts.Length; part++)
        {
            var dictionary = parts[part].Segment.Dictionary;
            if (at[part] == dictionary.Count) continue;
            var compared = same.Count == 0 ? 0 : dictionary.Term(at[part]).SequenceCompareTo(parts[same[0]].Segment.Dictionary.Term(at[same[0]]));
            if (compared < 0) same.Clear();
            if (compared <= 0) same.Add(part);
        }

        return same.Count == 0 ? -1 : same[0];
    }

    private static unsafe void Postings(MergedPart part, int term, TermsWriter into)
    {
        foreach (var entry in part.Segment.Entries(term))
        {
            var postings = part.Segment.At(Section.Postings, entry.Start, entry.Count * 3L);
            var passages = (ushort*)postings;
            var counts = postings + entry.CountsOffset;
            for (var i = 0; i < entry.Count; i++)
                if (part.NewPassages[(entry.Chunk << PostingEntry.ChunkBits) | passages[i]] is >= 0 and var passage) into.Posting(passage, counts[i]);
        }
    }
}
