namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>A reading of one term's passages within 65,536, forwards.</summary>
internal unsafe struct TermCursor
{
    public ushort* Passages;
    public byte* Counts;
    public int Count, At;

    /// <summary>Weight, rarity and k1 + 1 in one factor.</summary>
    public float Factor;

    /// <summary>The most it can bring to a passage.</summary>
    public float Bound;

    /// <summary>Goes on to a passage.</summary>
    /// <returns>Whether the term stands in it.</returns>
    public bool Seek(int passage)
    {
        if (At < Count && Passages[At] < passage)
        {
            var (low, step) = (At, 1);
            while (low + step < Count && Passages[low + step] < passage) (low, step) = (low + step, step * 2);
            var high = Math.Min(low + step, Count);
            low++;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                if (Passages[middle] < passage) low = middle + 1;
                else high = middle;
            }

            At = low;
        }

        return At < Count && Passages[At] == passage;
    }
}
