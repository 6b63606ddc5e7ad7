using System.Numerics;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>Tells quickly, and sometimes wrongly with yes, whether a word follows another in any name.</summary>
internal sealed class PairFilter
{
    private const int BitsEach = 16;
    private readonly ulong[] bits;
    private readonly int shift;

    public PairFilter(int pairs)
    {
        var log = Math.Clamp(BitOperations.Log2((uint)Math.Max(pairs, 4) * BitsEach) + 1, 10, 30);
        bits = new ulong[1 << (log - 6)];
        shift = 64 - log;
    }

    public void Add(int first, int second)
    {
        var at = Place(first, second);
        bits[at >> 6] |= 1UL << (int)(at & 63);
    }

    public bool MayHave(int first, int second)
    {
        var at = Place(first, second);
        return (bits[at >> 6] & (1UL << (int)(at & 63))) != 0;
    }

    private ulong Place(int first, int second) => ((((ulong)(uint)first << 32) | (uint)second) * 0x9E3779B97F4A7C15UL) >> shift;
}
