namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>An utterance's features, each with the token that it is taken from; used again for the next utterance.</summary>
internal sealed class FeatureBuffer
{
    private Feature[] features = new Feature[1024];

    public int Count { get; private set; }

    public ReadOnlySpan<Feature> Features => features.AsSpan(0, Count);

    public void Clear() => Count = 0;

    /// <summary>Adds a feature.</summary>
    /// <param name="anchor">The token that it is taken from; there may be up to two before the first and after the last.</param>
    /// <param name="key">What it is.</param>
    /// <param name="reach">The tokens that it speaks of.</param>
    /// <param name="value">How much of it there is.</param>
    public void Add(int anchor, ulong key, Reach reach, float value = 1)
    {
        if (Count == features.Length) Array.Resize(ref features, 2 * Count);
        features[Count++] = new Feature(key, anchor, value, reach);
    }

    /// <summary>Leaves out what a filter does not know.</summary>
    public void Keep(FeatureFilter filter)
    {
        var count = 0;
        for (var from = 0; from < Count; from++)
            if (filter.MayHave(features[from].Key)) features[count++] = features[from];
        Count = count;
    }

    /// <summary>One feature.</summary>
    internal readonly record struct Feature(ulong Key, int Anchor, float Value, Reach Reach);
}
