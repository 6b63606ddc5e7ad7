namespace AgentOS.Understanding.Numerics;

/// <summary>
/// A matrix whose rows are integers from -127 to 127, each row with a scale of its own: a quarter of the memory, which is what the
/// product of one row and a matrix waits for. The width is a multiple of <see cref="WeightedRows.Step"/>.
/// </summary>
internal sealed class PackedRows
{
    private readonly sbyte[] rows;
    private readonly float[] scales;
    private readonly int[] all;

    private PackedRows(sbyte[] rows, float[] scales) => (this.rows, this.scales, all) = (rows, scales, [.. Enumerable.Range(0, scales.Length)]);

    public static PackedRows Of(ReadOnlySpan<float> matrix, int width)
    {
        var (rows, scales) = SmallIntegers.Of(matrix, width);
        return new PackedRows(rows, scales);
    }

    /// <summary>Adds all rows, each times its weight.</summary>
    public void Add(ReadOnlySpan<float> weights, Span<float> into) => WeightedRows.Add(rows, scales, all, weights, into);

    /// <summary>Adds the chosen rows, each times its weight.</summary>
    public void Add(ReadOnlySpan<int> chosen, ReadOnlySpan<float> weights, Span<float> into) => WeightedRows.Add(rows, scales, chosen, weights, into);
}
