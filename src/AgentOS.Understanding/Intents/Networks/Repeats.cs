using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>
/// Tells features that are seen for the first time from those that are seen again. A bit for each feature is all that most touch, so that it
/// stays in the nearest memory. For one thread.
/// </summary>
internal sealed class Repeats(int features)
{
    /// <summary>What being seen so often is worth, for numbers that there are.</summary>
    private static readonly float[] Worths = [.. Enumerable.Range(0, 256).Select(Calculated)];

    private readonly ulong[] seen = new ulong[(features + 63) / 64];

    /// <summary>How often a feature was seen again; all zero between blocks.</summary>
    private readonly int[] again = new int[features];
    private int[] pending = new int[256], rows = new int[64], times = new int[64];
    private int waiting;

    /// <summary>The features that were seen more than once, after <see cref="Settle"/>.</summary>
    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    /// <summary>How often each of them was seen.</summary>
    public ReadOnlySpan<int> Times => times.AsSpan(0, Count);

    private int Count { get; set; }

    /// <summary>What a feature counts that was seen so often: more than once, and less than every time.</summary>
    public static float Worth(int times) => times < Worths.Length ? Worths[times] : Calculated(times);

    /// <summary>Notes what is seen, and moves what is seen for the first time to the front; returns how much that is.</summary>
    public int Note(ReadOnlySpan<int> features, Span<int> firsts)
    {
        if (pending.Length < waiting + features.Length) Array.Resize(ref pending, 2 * (waiting + features.Length));
        var fresh = 0;
        foreach (var feature in features)
        {
            ref var word = ref seen[feature >> 6];
            var known = (int)((word >> feature) & 1);
            word |= 1UL << feature;
            pending[waiting] = feature;
            waiting += known;
            if (firsts.IsEmpty) continue;
            firsts[fresh] = feature;
            fresh += 1 - known;
        }

        return fresh;
    }

    /// <summary>Ends a block: tells what was seen again, and begins the next.</summary>
    public void Settle()
    {
        Count = 0;
        foreach (var feature in pending.AsSpan(0, waiting))
        {
            if (again[feature]++ > 0) continue;
            if (rows.Length == Count) (rows, times) = (Grown(rows), Grown(times));
            rows[Count++] = feature;
        }

        for (var i = 0; i < Count; i++)
        {
            times[i] = again[rows[i]] + 1;
            again[rows[i]] = 0;
        }

        waiting = 0;
    }

    /// <summary>Forgets what was seen.</summary>
    public void Clear() => seen.AsSpan().Clear();

    private static int[] Grown(int[] array)
    {
        Array.Resize(ref array, 2 * array.Length);
        return array;
    }

    private static float Calculated(int times) => times <= 1 ? times : 1 + (float)Logarithm.Of(times);
}
