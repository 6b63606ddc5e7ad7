namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Numbers features: a hash table of their hashes' upper halves with open addressing. Numbers follow the order of adding.</summary>
internal sealed class FeatureRows
{
    private uint[] keys = new uint[1024];
    private int[] rows = new int[1024];

    public int Count { get; private set; }

    /// <summary>The feature's number, or -1 when it was never added.</summary>
    public int Find(ulong hash)
    {
        var key = (uint)(hash >> 32);
        for (var at = key & (uint)(keys.Length - 1); ; at = (at + 1) & (uint)(keys.Length - 1))
        {
            var row = rows[at];
            if (row == 0) return -1;
            if (keys[at] == key) return row - 1;
        }
    }

    public int Add(ulong hash)
    {
        if (2 * (Count + 1) > keys.Length) Grow();
        var key = (uint)(hash >> 32);
        var at = key & (uint)(keys.Length - 1);
        for (; rows[at] != 0; at = (at + 1) & (uint)(keys.Length - 1))
            if (keys[at] == key) return rows[at] - 1;
        keys[at] = key;
        rows[at] = ++Count;
        return Count - 1;
    }

    /// <summary>The table itself, with something of each feature in its place.</summary>
    public T[] Table<T>(Func<uint, int, T> of)
    {
        var table = new T[keys.Length];
        for (var at = 0; at < table.Length; at++)
            if (rows[at] > 0) table[at] = of(keys[at], rows[at] - 1);
        return table;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        foreach (var key in Keys()) writer.Write(key);
    }

    public static FeatureRows Read(BinaryReader reader)
    {
        var rows = new FeatureRows();
        for (var count = reader.ReadInt32(); count > 0; count--) rows.Add((ulong)reader.ReadUInt32() << 32);
        return rows;
    }

    /// <summary>The upper half of each feature's hash, by number.</summary>
    public uint[] Keys()
    {
        var byRow = new uint[Count];
        for (var at = 0; at < keys.Length; at++)
            if (rows[at] > 0) byRow[rows[at] - 1] = keys[at];
        return byRow;
    }

    private void Grow()
    {
        var byRow = Keys();
        keys = new uint[2 * keys.Length];
        rows = new int[keys.Length];
        Count = 0;
        foreach (var key in byRow) Add((ulong)key << 32);
    }
}
