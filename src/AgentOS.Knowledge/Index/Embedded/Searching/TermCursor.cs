using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A reading of one term's passages within 65,536, forwards.</summary>
internal unsafe struct TermCursor
{
    private readonly ushort* passages;
    private readonly byte* counts;
    private readonly int length;
    private int at;

    public TermCursor(Segment segment, in PostingEntry entry, float factor, float stretch)
    {
        var postings = segment.At(Section.Postings, entry.Start, entry.Length(segment.Facts.Passages));
        passages = entry.IsDense ? null : (ushort*)postings;
        counts = postings + entry.CountsOffset;
        length = entry.CountsLength(segment.Facts.Passages);
        Factor = factor;
        Bound = factor * entry.Impact * stretch;
    }

    /// <summary>Weight, rarity and k1 + 1 in one factor.</summary>
    public float Factor { get; }

    /// <summary>The most it can bring to a passage.</summary>
    public float Bound { get; }

    /// <summary>How often the term stands in a passage; passages are asked for in order.</summary>
    public float Times(int passage)
    {
        if (passages is null) return counts[passage];
        if (at < length && passages[at] < passage) Seek(passage);
        return at < length && passages[at] == passage ? counts[at] : 0;
    }

    /// <summary>Adds what the term brings to each passage of a window.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Sum(float* sums, int from, int to, int* lengths, float flat, float slope)
    {
        if (passages is null)
        {
            for (var passage = from; passage < to; passage++)
            {
                float times = counts[passage];
                sums[passage - from] += Factor * times / (times + flat + slope * lengths[passage]);
            }

            return true;
        }

        var began = at;
        for (; at < length && passages[at] < to; at++)
        {
            int passage = passages[at];
            float times = counts[at];
            sums[passage - from] += Factor * times / (times + flat + slope * lengths[passage]);
        }

        return at > began;
    }

    private void Seek(int passage)
    {
        var (low, step) = (at, 1);
        while (low + step < length && passages[low + step] < passage) (low, step) = (low + step, step * 2);
        var high = Math.Min(low + step, length);
        low++;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (passages[middle] < passage) low = middle + 1;
            else high = middle;
        }

        at = low;
    }
}
