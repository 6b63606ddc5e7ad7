namespace AgentOS.Understanding.Intents.Features;

/// <summary>An utterance's known features, in rising order and therefore block after block.</summary>
internal sealed class SparseVector
{
    /// <summary>How many blocks there are.</summary>
    public const int Blocks = 5;

    private int[] rows = new int[256];
    private float[] values = new float[256];

    /// <summary>How many features there are.</summary>
    public int Count { get; private set; }

    public ReadOnlySpan<int> Rows => rows.AsSpan(0, Count);

    public Span<float> Values => values.AsSpan(0, Count);

    public void Clear() => Count = 0;

    public void Add(int row, float value)
    {
        if (Count == rows.Length)
        {
            Array.Resize(ref rows, 2 * Count);
            Array.Resize(ref values, 2 * Count);
        }

        rows[Count] = row;
        values[Count++] = value;
    }

    /// <summary>A copy that takes no more room than it needs.</summary>
    public SparseVector Copy() => new() { rows = Rows.ToArray(), values = Values.ToArray(), Count = Count };
}
