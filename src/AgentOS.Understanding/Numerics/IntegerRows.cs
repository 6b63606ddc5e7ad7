using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Numerics;

/// <summary>Rows of numbers as short integers, each row with a scale of its own: what a <see cref="PackedMatrix"/> multiplies. For one thread.</summary>
/// <param name="width">Numbers in a row, a multiple of eight.</param>
internal sealed class IntegerRows(int width)
{
    /// <summary>The largest integer: sums of its products with a matrix's integers fit into 31 bits, up to 2,048 of them.</summary>
    private const float Most = 8_191;

    private short[] values = [];
    private float[] scales = [];

    public int Width => width;

    public short[] Values => values;

    /// <summary>What one stands for, row by row.</summary>
    public float[] Scales => scales;

    /// <summary>Makes room for so many rows, and for as many more as <see cref="PackedMatrix"/> reads; what was there may be lost.</summary>
    public void Reserve(int rows)
    {
        rows = PackedMatrix.Rounded(rows);
        if (scales.Length < rows) (values, scales) = (new short[rows * 2 * width], new float[rows * 2]);
    }

    /// <summary>Takes a row's numbers from <paramref name="from"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Set(int row, float[] numbers, int from)
    {
        var most = Vector256<float>.Zero;
        for (var i = 0; i < width; i += Lanes.Count) most = Vector256.MaxNative(most, Vector256.Abs(Lanes.At(numbers, from + i)));
        var greatest = Lanes.Most(most);
        scales[row] = greatest / Most;
        var factor = Vector256.Create(greatest == 0 ? 0 : Most / greatest);
        ref var into = ref values.AsSpan(row * width, width)[0];
        for (var i = 0; i < width; i += Lanes.Count)
        {
            var integers = Vector256.ConvertToInt32(Vector256.Round(Lanes.At(numbers, from + i) * factor));
            Vector128.Narrow(integers.GetLower(), integers.GetUpper()).StoreUnsafe(ref into, (nuint)i);
        }
    }
}
