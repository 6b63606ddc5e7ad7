namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A segment's terms, in ordinal order.</summary>
internal sealed class SegmentDictionary(Segment segment)
{
    public int Count => segment.Facts.Terms;

    public ReadOnlySpan<char> Term(int number)
    {
        var starts = segment.Column<int>(Section.TermStarts);
        return segment.Column<char>(Section.TermCharacters)[starts[number]..starts[number + 1]];
    }

    /// <summary>A term's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var at = FirstNotBefore(term, 0);
        return at < Count && Term(at).SequenceEqual(term) ? at : -1;
    }

    /// <summary>The number of the first term from one on that does not come before this one.</summary>
    public int FirstNotBefore(ReadOnlySpan<char> term, int from)
    {
        var starts = segment.Column<int>(Section.TermStarts);
        var characters = segment.Column<char>(Section.TermCharacters);
        var (low, high) = (from, Count);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (characters[starts[middle]..starts[middle + 1]].SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
