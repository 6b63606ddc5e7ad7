namespace AgentOS.Understanding.Numerics;

/// <summary>Cheap random bits (xorshift64*), the same everywhere for one seed; for dropout, where <see cref="Random"/> would take most of the time.</summary>
internal struct Dice(ulong seed)
{
    private ulong state = (seed * 0x9E3779B97F4A7C15UL) | 1;

    public uint Next()
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (uint)((state * 2685821657736338717UL) >> 32);
    }

    /// <summary>A number from 0 to below 1.</summary>
    public float Unit() => (Next() >> 8) * (1f / (1 << 24));

    /// <summary>A number from 0 to below <paramref name="limit"/>.</summary>
    public int Below(int limit) => (int)(((ulong)Next() * (uint)limit) >> 32);

    public void Shuffle(Span<int> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
