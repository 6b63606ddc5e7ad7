namespace AgentOS.Understanding.Intents.Features;

/// <summary>The known features of many utterances: which, and how much each weighs.</summary>
internal sealed class SparseRows
{
    private readonly List<int[]> features = [];
    private readonly List<float[]> weights = [];

    public int Count => features.Count;

    public void Add(ReadOnlySpan<int> indices, ReadOnlySpan<float> values)
    {
        features.Add(indices.ToArray());
        weights.Add(values.ToArray());
    }

    public ReadOnlySpan<int> Features(int row) => features[row];

    public ReadOnlySpan<float> Weights(int row) => weights[row];
}
