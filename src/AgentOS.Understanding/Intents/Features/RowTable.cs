namespace AgentOS.Understanding.Intents.Features;

/// <summary>The rows of features by their keys: a table whose places are probed one after another, made so that many look-ups wait for memory together.</summary>
internal sealed class RowTable
{
    /// <summary>Keys, and above them their rows plus one; zero where there is none.</summary>
    private readonly ulong[] places;
    private readonly int shift;

    /// <param name="keys">The key of each row; of equal ones the first counts.</param>
    public RowTable(ReadOnlySpan<uint> keys)
    {
        var bits = 4;
        while (1 << bits < 2 * keys.Length) bits++;
        places = new ulong[1 << bits];
        shift = 32 - bits;
        for (var row = 0; row < keys.Length; row++)
        {
            var at = Home(keys[row]);
            while (places[at] != 0 && (uint)places[at] != keys[row]) at = (at + 1) & (places.Length - 1);
            if (places[at] == 0) places[at] = ((ulong)(row + 1) << 32) | keys[row];
        }
    }

    /// <summary>Writes what stands where each feature's key belongs, for <see cref="Resolve"/>; nothing here depends on it, so that reads overlap.</summary>
    public void Peek(ReadOnlySpan<RawFeature> features, Span<ulong> seen)
    {
        for (var i = 0; i < features.Length; i++) seen[i] = places[Home(features[i].Key)];
    }

    /// <summary>The row of a key, or -1, given what <see cref="Peek"/> saw in its place.</summary>
    public int Resolve(uint key, ulong seen)
    {
        if (seen != 0 && (uint)seen != key)
        {
            var at = Home(key);
            do seen = places[at = (at + 1) & (places.Length - 1)];
            while (seen != 0 && (uint)seen != key);
        }

        return (int)(seen >> 32) - 1;
    }

    private int Home(uint key) => (int)((key * 0x9E3779B1u) >> shift);
}
