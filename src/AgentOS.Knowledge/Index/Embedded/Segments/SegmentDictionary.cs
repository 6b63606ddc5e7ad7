namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>A segment's terms, in ordinal order.</summary>
internal sealed class SegmentDictionary(Segment segment)
{
    public int Count => segment.Facts.Terms;

    /// <summary>Where each term's characters begin, one more at the end.</summary>
    public ReadOnlySpan<int> Starts => segment.Column<int>(Section.TermStarts);

    public ReadOnlySpan<char> Characters => segment.Column<char>(Section.TermCharacters);

    public ReadOnlySpan<char> Term(int number)
    {
        var starts = Starts;
        return Characters[starts[number]..starts[number + 1]];
    }

    /// <summary>A term's number, or -1.</summary>
    public int Find(ReadOnlySpan<char> term)
    {
        var at = FirstNotBefore(term, 0, Count);
        return at < Count && Term(at).SequenceEqual(term) ? at : -1;
    }

    /// <summary>The number of the first term from one on that does not come before this one, which is thought to be close by.</summary>
    public int NextNotBefore(ReadOnlySpan<char> term, int from)
    {
        var step = 1;
        while (from + step < Count && Term(from + step).SequenceCompareTo(term) < 0) (from, step) = (from + step, step * 2);
        return FirstNotBefore(term, from, Math.Min(from + step, Count));
    }

    private int FirstNotBefore(ReadOnlySpan<char> term, int low, int high)
    {
        var starts = Starts;
        var characters = Characters;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (characters[starts[middle]..starts[middle + 1]].SequenceCompareTo(term) < 0) low = middle + 1;
            else high = middle;
        }

        return low;
    }
}
