namespace AgentOS.Knowledge.Index.Embedded;

/// <summary>A row of bits; what is beyond its end is not set.</summary>
internal static class Bits
{
    public static bool IsSet(ulong[] bits, int number) => (uint)number >> 6 < (uint)bits.Length && (bits[number >> 6] >> (number & 63) & 1) != 0;

    public static void Set(ulong[] bits, int number) => bits[number >> 6] |= 1UL << (number & 63);

    /// <summary>The same bits in a new row that has room for so many.</summary>
    public static ulong[] Copy(ulong[] bits, int room)
    {
        var copy = new ulong[(room + 63) >> 6];
        bits.CopyTo(copy, 0);
        return copy;
    }
}
