namespace AgentOS.Understanding.Gazetteers;

/// <summary>How alike two words are, 0 to 1: by their letters within a script, by their sounds across.</summary>
internal static class Likeness
{
    /// <summary>The distance of letters (a swap of neighbours is one), or more than <paramref name="most"/> as soon as it must be.</summary>
    public static int Slips(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || right.Length > 62) return most + 1;
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

    /// <summary>How alike two sounds are. Vowels, which Arabic mostly leaves out, weigh little; sounds of one class a little more.</summary>
    public static float OfSounds(ReadOnlySpan<char> left, ReadOnlySpan<char> right)
    {
        if (left.Length > Sound.Longest || right.Length > Sound.Longest || left.Length == 0 || right.Length == 0) return 0;
        Span<int> row = stackalloc int[Sound.Longest + 1];
        row[0] = 0;
        for (var j = 1; j <= right.Length; j++) row[j] = row[j - 1] + Alone(right[j - 1]);
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] += Alone(left[i - 1]);
            for (var j = 1; j <= right.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(above + Alone(left[i - 1]), row[j - 1] + Alone(right[j - 1])), diagonal + Instead(left[i - 1], right[j - 1]));
                diagonal = above;
            }
        }

        return Math.Max(0, 1 - (row[right.Length] / (Math.Max(Weight(left), Weight(right)) + 0.001f)));
    }

    /// <summary>In twentieths of a consonant.</summary>
    private static int Alone(char c) => Sound.IsVowel(c) ? 3 : 20;

    private static int Instead(char left, char right)
    {
        if (left == right) return 0;
        var vowels = (Sound.IsVowel(left) ? 1 : 0) + (Sound.IsVowel(right) ? 1 : 0);
        if (vowels == 2) return 3;
        if (vowels == 0 && Sound.Class(left) == Sound.Class(right)) return 4;
        return (left, right) is ('D', 'Z') or ('Z', 'D') or ('T', 'S') or ('S', 'T') ? 7 : 23;
    }

    private static int Weight(ReadOnlySpan<char> sound)
    {
        var weight = 0;
        foreach (var c in sound) weight += Sound.IsVowel(c) ? 6 : 20;
        return weight;
    }
}
