namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// Tells of most features that were never learnt that they were not, from a bit for each of their places: small enough to stay near
/// the processor, while the weights do not.
/// </summary>
internal sealed class FeatureFilter
{
    /// <summary>Bits for each feature that was learnt.</summary>
    private const int Spare = 8;

    private readonly ulong[] bits;
    private readonly int shift;

    /// <param name="keys">What was learnt: the upper halves of the features' hashes.</param>
    public FeatureFilter(ReadOnlySpan<uint> keys)
    {
        var size = 6;
        while (1L << size < (long)Spare * keys.Length) size++;
        bits = new ulong[1 << (size - 6)];
        shift = 32 - size;
        foreach (var key in keys) bits[Place(key) >> 6] |= 1UL << (int)(Place(key) & 63);
    }

    /// <summary>Whether a feature may have been learnt.</summary>
    public bool MayHave(ulong feature)
    {
        var place = Place((uint)(feature >> 32));
        return (bits[place >> 6] >> (int)(place & 63) & 1) != 0;
    }

    private uint Place(uint key) => (key * 0x9E3779B1u) >> shift;
}
