using System.Numerics;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>Which words have which keys. Built once; a look-up touches one row of neighbouring entries.</summary>
internal sealed class KeyTable
{
    private readonly int[] starts;
    private readonly (uint Key, int Word)[] entries;
    private readonly int shift;

    private KeyTable(int[] starts, (uint Key, int Word)[] entries, int shift) => (this.starts, this.entries, this.shift) = (starts, entries, shift);

    public long Bytes => (starts.LongLength + (2 * entries.LongLength)) * 4;

    /// <summary>Where the entries of <see cref="Build"/>'s list have come to stand.</summary>
    public int[] Places { get; private init; } = [];

    public static KeyTable Build(List<(uint Key, int Word)> pairs, bool keepPlaces = false)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)pairs.Count + 1), 4, 26);
        var shift = 32 - bits;
        var starts = new int[(1 << bits) + 1];
        foreach (var (key, _) in pairs) starts[(int)(key >> shift) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (next, entries) = (starts.ToArray(), new (uint Key, int Word)[pairs.Count]);
        var places = keepPlaces ? new int[pairs.Count] : [];
        for (var i = 0; i < pairs.Count; i++)
        {
            var at = next[pairs[i].Key >> shift]++;
            entries[at] = pairs[i];
            if (keepPlaces) places[i] = at;
        }

        return new KeyTable(starts, entries, shift) { Places = places };
    }

    /// <summary>The row in which words with the key may stand.</summary>
    public (int From, int To) Row(uint key) => (starts[key >> shift], starts[(key >> shift) + 1]);

    /// <summary>
    /// The rows of many keys. All are brought near before the first is read, so that the memory is waited for once; what is given back is of no use but that
    /// the reading is not left out.
    /// </summary>
    public uint Rows(ReadOnlySpan<uint> wanted, Span<(int From, int To)> rows)
    {
        for (var i = 0; i < wanted.Length; i++) rows[i] = Row(wanted[i]);
        var touched = 0u;
        for (var i = 0; i < wanted.Length; i++)
            if (rows[i].From < rows[i].To) touched ^= entries[rows[i].From].Key;
        return touched;
    }

    /// <summary>The word at a place of a row, or -1 when it has another key.</summary>
    public int At(int place, uint key) => entries[place] is var entry && entry.Key == key ? entry.Word : -1;
}
