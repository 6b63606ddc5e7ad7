using System.Numerics;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>Which words have which keys. Built once; a look-up touches one row of neighbouring entries.</summary>
internal sealed class KeyTable
{
    private readonly int[] starts;
    private readonly uint[] keys;
    private readonly int[] words;
    private readonly int shift;

    private KeyTable(int[] starts, uint[] keys, int[] words, int shift) => (this.starts, this.keys, this.words, this.shift) = (starts, keys, words, shift);

    public long Bytes => (starts.LongLength + keys.LongLength + words.LongLength) * 4;

    /// <summary>Where the entries of <see cref="Build"/>'s list have come to stand.</summary>
    public int[] Places { get; private init; } = [];

    public static KeyTable Build(List<(uint Key, int Word)> pairs, bool keepPlaces = false)
    {
        var bits = Math.Clamp(BitOperations.Log2((uint)pairs.Count + 1), 4, 26);
        var shift = 32 - bits;
        var starts = new int[(1 << bits) + 1];
        foreach (var (key, _) in pairs) starts[(int)(key >> shift) + 1]++;
        for (var i = 1; i < starts.Length; i++) starts[i] += starts[i - 1];
        var (next, keys, words) = (starts.ToArray(), new uint[pairs.Count], new int[pairs.Count]);
        var places = keepPlaces ? new int[pairs.Count] : [];
        for (var i = 0; i < pairs.Count; i++)
        {
            var at = next[pairs[i].Key >> shift]++;
            (keys[at], words[at]) = pairs[i];
            if (keepPlaces) places[i] = at;
        }

        return new KeyTable(starts, keys, words, shift) { Places = places };
    }

    /// <summary>The row in which words with the key may stand.</summary>
    public (int From, int To) Row(uint key) => (starts[key >> shift], starts[(key >> shift) + 1]);

    /// <summary>The word at a place of a row, or -1 when it has another key.</summary>
    public int At(int place, uint key) => keys[place] == key ? words[place] : -1;
}
