using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>How alike two words are, 0 to 1: by their letters within a script, by their sounds across.</summary>
internal static class Likeness
{
    /// <summary>Letters that fit into one vector.</summary>
    private const int Short = 16;

    /// <summary>The distance of letters (a swap of neighbours is one), or more than <paramref name="most"/> as soon as it must be.</summary>
    public static int Slips(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || right.Length > 62) return most + 1;
        if (left.Length is > 0 and <= Short) return OfShort(left, right);
        Span<int> rows = stackalloc int[3 * 64];
        var before = rows[..64];
        var above = rows[64..128];
        var row = rows[128..];
        for (var j = 0; j <= right.Length; j++) above[j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var cost = left[i - 1] == right[j - 1] ? 0 : 1;
                var value = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + cost);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) value = Math.Min(value, before[j - 2] + 1);
                row[j] = value;
                least = Math.Min(least, value);
            }

            if (least > most) return most + 1;
            var free = before;
            before = above;
            above = row;
            row = free;
        }

        return above[right.Length];
    }

    /// <summary>The same for a word of a few letters, a column of the table at a time as bits (Hyyrö 2003, with swaps).</summary>
    private static int OfShort(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        Span<ushort> padded = stackalloc ushort[Short];
        padded.Clear();
        MemoryMarshal.Cast<char, ushort>(left).CopyTo(padded);
        var letters = Vector256.Create<ushort>(padded);
        var last = 1u << (left.Length - 1);
        var (up, down, same, before, distance) = (~0u, 0u, 0u, 0u, left.Length);
        foreach (var c in right)
        {
            var alike = Vector256.Equals(letters, Vector256.Create((ushort)c)).ExtractMostSignificantBits();
            var swapped = ((~same & alike) << 1) & before;
            same = (((alike & up) + up) ^ up) | alike | down | swapped;
            var (more, less) = (down | ~(same | up), same & up);
            if ((more & last) != 0) distance++;
            if ((less & last) != 0) distance--;
            more = (more << 1) | 1;
            (up, down, before) = ((less << 1) | ~(same | more), more & same, alike);
        }

        return distance;
    }

    /// <summary>
    /// How alike two sounds are; 0 when it is less than <paramref name="least"/>. Vowels, which Arabic mostly leaves out, weigh little; sounds of one class a
    /// little more.
    /// </summary>
    public static float OfSounds(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, float least = 0)
    {
        if (left.Length > Sound.Longest || right.Length > Sound.Longest || left.Length == 0 || right.Length == 0) return 0;
        var (leftWeight, rightWeight) = (Weight(left), Weight(right));
        var whole = Math.Max(leftWeight, rightWeight);
        var most = (int)((1 - least) * whole) + 1;
        if (Math.Abs(leftWeight - rightWeight) > 2 * most) return 0;
        Span<int> row = stackalloc int[right.Length + 1];
        row[0] = 0;
        for (var j = 0; j < right.Length; j++) row[j + 1] = row[j] + Alone[right[j] & Mask];
        foreach (var heard in left)
        {
            var diagonal = row[0];
            var alone = Alone[heard & Mask];
            var costs = Instead.AsSpan((heard & Mask) << 6, 64);
            var before = diagonal + alone;
            row[0] = before;
            var fewest = before;
            for (var j = 0; j < right.Length; j++)
            {
                var other = right[j] & Mask;
                var above = row[j + 1];
                var value = Math.Min(Math.Min(above + alone, before + Alone[other]), diagonal + costs[other]);
                row[j + 1] = before = value;
                if (value < fewest) fewest = value;
                diagonal = above;
            }

            if (fewest > most) return 0;
        }

        return Math.Max(0, 1 - (row[right.Length] / (whole + 0.001f)));
    }

    private const int Mask = 63;

    /// <summary>What it costs to leave a sound out, in twentieths of a consonant.</summary>
    private static readonly byte[] Alone = [.. Enumerable.Range(0, 64).Select(c => (byte)(IsVowel(c) ? 3 : 20))];

    /// <summary>What it costs to take one sound for another.</summary>
    private static readonly byte[] Instead = [.. Enumerable.Range(0, 64 * 64).Select(pair => Cost(pair >> 6, pair & Mask))];

    private static byte Cost(int left, int right)
    {
        if (left == right) return 0;
        if (IsVowel(left) || IsVowel(right)) return (byte)(IsVowel(left) && IsVowel(right) ? 3 : 23);
        var (leftClass, rightClass) = (Sound.Class((byte)(left | 64)), Sound.Class((byte)(right | 64)));
        if (IsLetter(left) && IsLetter(right) && leftClass == rightClass) return 4;
        return (byte)(((char)(left | 64), (char)(right | 64)) is ('D', 'Z') or ('Z', 'D') or ('T', 'S') or ('S', 'T') ? 7 : 23);
    }

    private static bool IsVowel(int masked) => masked is ('a' & Mask) or ('i' & Mask) or ('o' & Mask);

    private static bool IsLetter(int masked) => masked is >= 1 and <= 26;

    private static int Weight(ReadOnlySpan<byte> sound)
    {
        var weight = 0;
        foreach (var c in sound) weight += Sound.IsVowel(c) ? 6 : 20;
        return weight;
    }
}
