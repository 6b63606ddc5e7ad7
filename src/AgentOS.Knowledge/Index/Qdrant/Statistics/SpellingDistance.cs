namespace AgentOS.Knowledge.Index.Qdrant.Statistics;

/// <summary>By how many letters two words differ: missing, too many, others, or two neighbours swapped (optimal string alignment).</summary>
internal static class SpellingDistance
{
    /// <summary>The distance, or <paramref name="most"/> + 1 when it is more than that.</summary>
    public static int Between(string one, string other, int most)
    {
        const int Longest = 128;
        if (one.Length > Longest || other.Length > Longest || Math.Abs(one.Length - other.Length) > most) return most + 1;
        Span<int> before = stackalloc int[other.Length + 1], last = stackalloc int[other.Length + 1], row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++) last[j] = j;
        for (var i = 1; i <= one.Length; i++)
        {
            var least = row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var distance = Math.Min(Math.Min(last[j], row[j - 1]) + 1, last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1]) distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (least > most) return most + 1;
            var spent = before;
            before = last;
            last = row;
            row = spent;
        }

        return Math.Min(last[other.Length], most + 1);
    }
}
