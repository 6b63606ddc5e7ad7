namespace AgentOS.Knowledge.Index.Embedded.Segments;

/// <summary>The signs of a vector's numbers as bits: where few differ, the angle is small (Charikar, "Similarity estimation techniques", 2002).</summary>
internal static class SignBits
{
    /// <summary>How many values of 64 bits a vector gives.</summary>
    public static int Words(int dimensions) => (dimensions + 63) / 64;

    public static void Append(List<ulong> into, ReadOnlySpan<float> vector)
    {
        for (var at = 0; at < vector.Length; at += 64)
        {
            var bits = 0UL;
            for (var i = 0; i < 64 && at + i < vector.Length; i++) bits |= vector[at + i] > 0 ? 1UL << i : 0;
            into.Add(bits);
        }
    }
}
