using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Numerics;

/// <summary>Sums of a few rows of a large matrix, each weighed: the product of a sparse vector and the matrix. Widths are multiples of 32.</summary>
internal static class WeightedRows
{
    /// <summary>Widths are multiples of this.</summary>
    public const int Step = 32;

    /// <summary>Adds the rows, each times its weight, to <paramref name="into"/>, whose length is the matrix's width.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<float> matrix, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> into)
    {
        ref var from = ref MemoryMarshal.GetReference(matrix);
        ref var to = ref MemoryMarshal.GetReference(into);
        for (var column = 0; column < into.Length; column += Step)
        {
            var at = (nuint)column;
            var first = Vector256.LoadUnsafe(ref to, at);
            var second = Vector256.LoadUnsafe(ref to, at + Lanes.Count);
            var third = Vector256.LoadUnsafe(ref to, at + (2 * Lanes.Count));
            var fourth = Vector256.LoadUnsafe(ref to, at + (3 * Lanes.Count));
            for (var k = 0; k < rows.Length; k++)
            {
                var row = ((nuint)rows[k] * (nuint)into.Length) + at;
                var weight = Vector256.Create(weights[k]);
                first += Vector256.LoadUnsafe(ref from, row) * weight;
                second += Vector256.LoadUnsafe(ref from, row + Lanes.Count) * weight;
                third += Vector256.LoadUnsafe(ref from, row + (2 * Lanes.Count)) * weight;
                fourth += Vector256.LoadUnsafe(ref from, row + (3 * Lanes.Count)) * weight;
            }

            first.StoreUnsafe(ref to, at);
            second.StoreUnsafe(ref to, at + Lanes.Count);
            third.StoreUnsafe(ref to, at + (2 * Lanes.Count));
            fourth.StoreUnsafe(ref to, at + (3 * Lanes.Count));
        }
    }

    /// <summary>The same with rows of small integers, each row with a scale of its own.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ReadOnlySpan<sbyte> matrix, ReadOnlySpan<float> scales, ReadOnlySpan<int> rows, ReadOnlySpan<float> weights, Span<float> into)
    {
        ref var from = ref MemoryMarshal.GetReference(matrix);
        ref var to = ref MemoryMarshal.GetReference(into);
        Span<float> factors = rows.Length <= 2048 ? stackalloc float[rows.Length] : new float[rows.Length];
        for (var k = 0; k < factors.Length; k++) factors[k] = weights[k] * scales[rows[k]];
        for (var column = 0; column < into.Length; column += Step)
        {
            var at = (nuint)column;
            var first = Vector256.LoadUnsafe(ref to, at);
            var second = Vector256.LoadUnsafe(ref to, at + Lanes.Count);
            var third = Vector256.LoadUnsafe(ref to, at + (2 * Lanes.Count));
            var fourth = Vector256.LoadUnsafe(ref to, at + (3 * Lanes.Count));
            for (var k = 0; k < rows.Length; k++)
            {
                var row = ((nuint)rows[k] * (nuint)into.Length) + at;
                var weight = Vector256.Create(factors[k]);
                first += Lanes.FromIntegers(ref from, row) * weight;
                second += Lanes.FromIntegers(ref from, row + Lanes.Count) * weight;
                third += Lanes.FromIntegers(ref from, row + (2 * Lanes.Count)) * weight;
                fourth += Lanes.FromIntegers(ref from, row + (3 * Lanes.Count)) * weight;
            }

            first.StoreUnsafe(ref to, at);
            second.StoreUnsafe(ref to, at + Lanes.Count);
            third.StoreUnsafe(ref to, at + (2 * Lanes.Count));
            fourth.StoreUnsafe(ref to, at + (3 * Lanes.Count));
        }
    }
}
