using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Numerics;

/// <summary>
/// A matrix of small integers to multiply a few rows with: sixteen columns at a time become numbers again, where they stay near, so
/// that a quarter of the memory is read.
/// </summary>
internal sealed class PackedMatrix
{
    private readonly int inner;
    private readonly sbyte[] values;
    private readonly float[] scales;

    /// <param name="matrix">The matrix, row by row.</param>
    /// <param name="width">Its columns.</param>
    public PackedMatrix(ReadOnlySpan<float> matrix, int width)
    {
        inner = matrix.Length / width;
        Width = (width + MatrixProduct.Wide - 1) / MatrixProduct.Wide * MatrixProduct.Wide;
        var (rows, own) = SmallIntegers.Of(matrix, width);
        scales = own;
        values = new sbyte[inner * Width];
        for (var column = 0; column < width; column++)
            for (var row = 0; row < inner; row++)
                values[(column / MatrixProduct.Wide * inner * MatrixProduct.Wide) + (row * MatrixProduct.Wide) + (column % MatrixProduct.Wide)] = rows[(row * width) + column];
    }

    /// <summary>Columns, filled up to a multiple of sixteen.</summary>
    public int Width { get; }

    /// <summary>How many rows there must be room for on both sides of a product of so many; what is written to those too many is of no use.</summary>
    public static int Rounded(int rows) => (rows + MatrixProduct.Tall - 1) / MatrixProduct.Tall * MatrixProduct.Tall;

    /// <summary>c = a · this, row by row.</summary>
    public void Multiply(int rows, ReadOnlySpan<float> a, Span<float> c)
    {
        Span<float> panel = stackalloc float[inner * MatrixProduct.Wide];
        for (var column = 0; column < Width; column += MatrixProduct.Wide)
        {
            Unpack(values.AsSpan(column * inner, panel.Length), panel);
            MatrixProduct.Panel(Rounded(rows), inner, a, panel, c[column..], Width);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unpack(ReadOnlySpan<sbyte> from, Span<float> into)
    {
        ref var packed = ref MemoryMarshal.GetReference(from);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (var row = 0; row < scales.Length; row++)
        {
            var scale = Vector256.Create(scales[row]);
            var at = (nuint)(row * MatrixProduct.Wide);
            (Lanes.FromIntegers(ref packed, at) * scale).StoreUnsafe(ref to, at);
            (Lanes.FromIntegers(ref packed, at + Lanes.Count) * scale).StoreUnsafe(ref to, at + Lanes.Count);
        }
    }
}
