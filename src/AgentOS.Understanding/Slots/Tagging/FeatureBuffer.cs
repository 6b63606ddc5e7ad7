namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>An utterance's features, token after token; used again for the next utterance.</summary>
internal sealed class FeatureBuffer
{
    private ulong[] hashes = new ulong[2048];
    private float[] values = new float[2048];
    private int[] starts = new int[33];
    private int[] owns = new int[32];

    public int Tokens { get; private set; }

    public int Count { get; private set; }

    public ReadOnlySpan<ulong> Hashes => hashes.AsSpan(0, Count);

    public ReadOnlySpan<float> Values => values.AsSpan(0, Count);

    /// <summary>Where each token's features begin, and after the last where they end.</summary>
    public ReadOnlySpan<int> Starts => starts.AsSpan(0, Tokens + 1);

    /// <summary>Where the features begin that tell the token's own word.</summary>
    public ReadOnlySpan<int> Owns => owns.AsSpan(0, Tokens);

    public void Clear() => (Tokens, Count) = (0, 0);

    public void Add(ulong hash, float value = 1)
    {
        if (Count == hashes.Length)
        {
            Array.Resize(ref hashes, 2 * Count);
            Array.Resize(ref values, 2 * Count);
        }

        hashes[Count] = hash;
        values[Count++] = value;
    }

    /// <summary>What follows tells the token's own word.</summary>
    public void Own() => owns[Tokens] = Count;

    /// <summary>Leaves out what a filter does not know; where own words begin is lost.</summary>
    public void Keep(FeatureFilter filter)
    {
        var (count, from) = (0, 0);
        for (var token = 1; token <= Tokens; token++)
        {
            for (; from < starts[token]; from++)
            {
                if (!filter.MayHave(hashes[from])) continue;
                (hashes[count], values[count]) = (hashes[from], values[from]);
                count++;
            }

            starts[token] = count;
        }

        Count = count;
    }

    public void EndToken()
    {
        Tokens++;
        if (Tokens == owns.Length)
        {
            Array.Resize(ref starts, (2 * Tokens) + 1);
            Array.Resize(ref owns, 2 * Tokens);
        }

        starts[Tokens] = Count;
    }
}
