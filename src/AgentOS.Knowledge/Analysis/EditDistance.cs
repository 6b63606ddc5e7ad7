namespace AgentOS.Knowledge.Analysis;

/// <summary>By how many letters two words differ: missing, too many, others, or two neighbours swapped (optimal string alignment).</summary>
internal static class EditDistance
{
    /// <returns>The distance, or <paramref name="most"/> + 1 when it is more than <paramref name="most"/>.</returns>
    public static int Between(ReadOnlySpan<char> left, ReadOnlySpan<char> right, int most)
    {
        if (Math.Abs(left.Length - right.Length) > most || right.Length > 128) return most + 1;
        Span<int> before = stackalloc int[right.Length + 1], above = stackalloc int[right.Length + 1], row = stackalloc int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) row[j] = j;
        var leastAbove = 0;
        for (var i = 1; i <= left.Length; i++)
        {
            above.CopyTo(before);
            row.CopyTo(above);
            row[0] = i;
            var least = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var distance = Math.Min(Math.Min(above[j], row[j - 1]) + 1, above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) distance = Math.Min(distance, before[j - 2] + 1);
                row[j] = distance;
                least = Math.Min(least, distance);
            }

            if (Math.Min(least, leastAbove) > most) return most + 1;
            leastAbove = least;
        }

        return Math.Min(row[right.Length], most + 1);
    }
}
