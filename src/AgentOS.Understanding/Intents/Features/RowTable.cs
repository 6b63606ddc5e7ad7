namespace AgentOS.Understanding.Intents.Features;

/// <summary>
/// The rows of features by their keys: a table whose places are probed one after another, made so that many look-ups wait for memory together. A place is
/// four bytes: a key's place tells the upper bits of its hash, and beside the row's number there is room for the lower ones, so that only a key that
/// stands off its own place can be mistaken, once in thousands of times, and then always alike.
/// </summary>
internal sealed class RowTable
{
    private readonly uint[] places;
    private readonly int shift;
    private readonly int rowBits;
    private readonly int first;

    /// <param name="keys">The key of each row; of equal ones the first counts.</param>
    /// <param name="first">The first one's row.</param>
    public RowTable(ReadOnlySpan<uint> keys, int first)
    {
        this.first = first;
        var bits = 4;
        while (2L << bits < 3L * keys.Length) bits++;
        while (1 << rowBits <= keys.Length) rowBits++;
        places = new uint[1 << bits];
        shift = 32 - bits;
        for (var row = 0; row < keys.Length; row++)
        {
            var hash = Hash(keys[row]);
            var at = hash >> shift;
            while (places[at] != 0 && !IsOf(hash, places[at])) at = (at + 1) & (uint)(places.Length - 1);
            if (places[at] == 0) places[at] = (hash << rowBits) | (uint)(row + 1);
        }
    }

    /// <summary>What stands where a key belongs, for <see cref="Resolve"/>; nothing should depend on it at once, so that reads overlap.</summary>
    public uint Peek(uint key) => places[Hash(key) >> shift];

    /// <summary>The row of a key, or -1, given what <see cref="Peek"/> saw in its place.</summary>
    public int Resolve(uint key, uint seen)
    {
        var hash = Hash(key);
        if (seen != 0 && !IsOf(hash, seen))
        {
            var at = hash >> shift;
            do seen = places[at = (at + 1) & (uint)(places.Length - 1)];
            while (seen != 0 && !IsOf(hash, seen));
        }

        return seen == 0 ? -1 : first + (int)(seen & ((1u << rowBits) - 1)) - 1;
    }

    private bool IsOf(uint hash, uint seen) => ((hash << rowBits) ^ seen) >> rowBits == 0;

    private static uint Hash(uint key) => key * 0x9E3779B1u;
}
