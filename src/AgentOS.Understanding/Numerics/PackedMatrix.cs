using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Eight = System.Runtime.Intrinsics.Vector256<int>;

namespace AgentOS.Understanding.Numerics;

/// <summary>
/// A matrix of small integers, each column with a scale of its own, to multiply rows of short integers with. Sums are of integers, and so the same
/// in whatever order: a processor may do them as it likes. Sixteen columns lie together, and of each two rows, one below the other, side by side.
/// </summary>
internal sealed class PackedMatrix
{
    private const int Wide = 16;
    private const int Tall = 4;
    private const int Most = 127;
    private const int MostRows = 2_048;

    /// <summary>What two rows of sixteen columns take.</summary>
    private const int Pair = 2 * Wide;

    private readonly int pairs;
    private readonly sbyte[] values;
    private readonly float[] scales;

    /// <param name="matrix">The matrix, row by row; an even number of rows, at most 2,048.</param>
    /// <param name="width">Its columns.</param>
    public PackedMatrix(ReadOnlySpan<float> matrix, int width)
    {
        var inner = matrix.Length / width;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(inner, MostRows);
        ArgumentOutOfRangeException.ThrowIfNotEqual(inner % 2, 0);
        pairs = inner / 2;
        Width = (width + Wide - 1) / Wide * Wide;
        values = new sbyte[inner * Width];
        scales = new float[Width];
        for (var column = 0; column < width; column++)
        {
            var most = 0f;
            for (var row = 0; row < inner; row++) most = MathF.Max(most, MathF.Abs(matrix[(row * width) + column]));
            if (most == 0) continue;
            scales[column] = most / Most;
            var at = (column / Wide * pairs * Pair) + (column % Wide * 2);
            for (var row = 0; row < inner; row++) values[at + (row / 2 * Pair) + (row % 2)] = (sbyte)MathF.Round(matrix[(row * width) + column] / scales[column]);
        }
    }

    /// <summary>Columns, filled up to a multiple of sixteen.</summary>
    public int Width { get; }

    /// <summary>How many rows there must be room for on both sides of a product of so many; what is written to those too many is of no use.</summary>
    public static int Rounded(int rows) => rows + Tall - 1;

    /// <summary>c = a · this, row by row.</summary>
    public void Multiply(int rows, IntegerRows a, Span<float> c)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(a.Width, 2 * pairs);
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Values.Length, Rounded(rows) * a.Width);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, (rows == 1 ? 1 : Rounded(rows)) * Width);
        ref var left = ref Unsafe.As<short, int>(ref MemoryMarshal.GetArrayDataReference(a.Values));
        ref var into = ref MemoryMarshal.GetReference(c);
        for (var column = 0; column < Width; column += Wide)
        {
            ref var panel = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(values), column / Wide * pairs * Pair);
            var row = 0;
            for (; row < rows - 1; row += Tall) Block(ref Unsafe.Add(ref left, row * pairs), ref panel, a.Scales, row, column, ref Unsafe.Add(ref into, (row * Width) + column));
            if (row < rows) Row(ref Unsafe.Add(ref left, row * pairs), ref panel, a.Scales[row], column, ref Unsafe.Add(ref into, (row * Width) + column));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Block(ref int a, ref sbyte b, float[] rowScales, int row, int column, ref float c)
    {
        Eight c00 = Eight.Zero, c01 = Eight.Zero, c10 = Eight.Zero, c11 = Eight.Zero, c20 = Eight.Zero, c21 = Eight.Zero, c30 = Eight.Zero, c31 = Eight.Zero;
        ref var second = ref Unsafe.Add(ref a, pairs);
        ref var third = ref Unsafe.Add(ref a, 2 * pairs);
        ref var fourth = ref Unsafe.Add(ref a, 3 * pairs);
        for (nint k = 0; k < pairs; k++)
        {
            var (b0, b1) = (Widened(ref b, k * Pair), Widened(ref b, (k * Pair) + Wide));
            var x = Vector256.Create(Unsafe.Add(ref a, k)).AsInt16();
            c00 += Products(x, b0);
            c01 += Products(x, b1);
            x = Vector256.Create(Unsafe.Add(ref second, k)).AsInt16();
            c10 += Products(x, b0);
            c11 += Products(x, b1);
            x = Vector256.Create(Unsafe.Add(ref third, k)).AsInt16();
            c20 += Products(x, b0);
            c21 += Products(x, b1);
            x = Vector256.Create(Unsafe.Add(ref fourth, k)).AsInt16();
            c30 += Products(x, b0);
            c31 += Products(x, b1);
        }

        Store(c00, c01, rowScales[row], column, ref c);
        Store(c10, c11, rowScales[row + 1], column, ref Unsafe.Add(ref c, Width));
        Store(c20, c21, rowScales[row + 2], column, ref Unsafe.Add(ref c, 2 * Width));
        Store(c30, c31, rowScales[row + 3], column, ref Unsafe.Add(ref c, 3 * Width));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Row(ref int a, ref sbyte b, float rowScale, int column, ref float c)
    {
        Eight c0 = Eight.Zero, c1 = Eight.Zero;
        for (nint k = 0; k < pairs; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k)).AsInt16();
            c0 += Products(x, Widened(ref b, k * Pair));
            c1 += Products(x, Widened(ref b, (k * Pair) + Wide));
        }

        Store(c0, c1, rowScale, column, ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Store(Eight x, Eight y, float rowScale, int column, ref float c)
    {
        var scale = Vector256.Create(rowScale);
        (Vector256.ConvertToSingle(x) * (Lanes.At(scales, column) * scale)).StoreUnsafe(ref c);
        (Vector256.ConvertToSingle(y) * (Lanes.At(scales, column + Lanes.Count) * scale)).StoreUnsafe(ref c, Lanes.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Widened(ref sbyte from, nint at)
    {
        var bytes = Vector128.LoadUnsafe(ref from, (nuint)at);
        return Avx2.IsSupported ? Avx2.ConvertToVector256Int16(bytes) : Vector256.Create(Vector128.WidenLower(bytes), Vector128.WidenUpper(bytes));
    }

    /// <summary>Products of short integers, and of each two neighbours the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Eight Products(Vector256<short> x, Vector256<short> y)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, y);
        var (left, right) = (x.AsInt32(), y.AsInt32());
        return (((left << 16) >> 16) * ((right << 16) >> 16)) + ((left >> 16) * (right >> 16));
    }
}
