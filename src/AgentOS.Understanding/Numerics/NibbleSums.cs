using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentOS.Understanding.Numerics;

/// <summary>
/// Sums of rows of four-bit integers, each times a small integer, sixty-four columns and up to sixteen rows at a time, which short integers hold. Two rows are
/// multiplied and added by one instruction; on processors without it by several, with the same sums.
/// </summary>
internal static class NibbleSums
{
    /// <summary>Columns of a lane: of its sixteen bytes the lower halves, and then the upper halves.</summary>
    public const int Lane = 32;

    /// <summary>Columns at a time.</summary>
    public const int Columns = 2 * Lane;

    /// <summary>What stands for zero, so that there are no signs.</summary>
    public const int Zero = 8;

    /// <summary>Rows at a time: of so many the sums of the products stay below 32,768.</summary>
    public const int Rows = 16;

    /// <summary>Two rows are done at once.</summary>
    public const int Pairs = Rows / 2;

    private const float MostFactor = 127;

    /// <summary>Puts a number from -7 to 7 into its place among a row's bytes.</summary>
    public static void Put(Span<byte> row, int column, int number)
    {
        var at = (column / Lane * Lane / 2) + (column % (Lane / 2));
        row[at] |= (byte)((number + Zero) << (column % Lane < Lane / 2 ? 0 : 4));
    }

    /// <summary>Rounds factors to small integers, those of two rows next to each other, and returns what one of them stands for.</summary>
    /// <param name="factors">As many as there are rows, once or several times; zero for a row that is not there.</param>
    /// <param name="into">Receives half as many.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Join(ReadOnlySpan<float> factors, Span<short> into)
    {
        ref var from = ref MemoryMarshal.GetReference(factors);
        ref var to = ref MemoryMarshal.GetReference(into[..(factors.Length / 2)]);
        var all = Vector256<float>.Zero;
        for (var i = 0; i < factors.Length; i += Lanes.Count) all = Vector256.MaxNative(all, Vector256.Abs(Vector256.LoadUnsafe(ref from, (nuint)i)));
        var most = Lanes.Most(all);
        var scale = Vector256.Create(most == 0 ? 0 : MostFactor / most);
        for (var i = 0; i < factors.Length; i += Rows)
        {
            var first = Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(ref from, (nuint)i) * scale));
            var second = Vector256.ConvertToInt32(Vector256.Round(Vector256.LoadUnsafe(ref from, (nuint)(i + Lanes.Count)) * scale));
            var shorts = (Vector128.Narrow(first.GetLower(), first.GetUpper()), Vector128.Narrow(second.GetLower(), second.GetUpper()));
            Vector128.Narrow(shorts.Item1, shorts.Item2).AsInt16().StoreUnsafe(ref to, (nuint)(i / 2));
        }

        return most / MostFactor;
    }

    /// <summary>Lays the joined factors of both lanes out for <see cref="Add"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Spread(ReadOnlySpan<short> low, ReadOnlySpan<short> high, Span<Vector256<sbyte>> into)
    {
        for (var i = 0; i < into.Length; i++) into[i] = Vector256.Create(Vector128.Create(low[i]), Vector128.Create(high[i])).AsSByte();
    }

    /// <summary>Adds the sums, each times <paramref name="scale"/>, to floats.</summary>
    /// <param name="data">Where the rows are.</param>
    /// <param name="rows">Where in it the first of these columns stands in each row; an even number.</param>
    /// <param name="factors">The factors of each two rows.</param>
    /// <param name="scale">What a sum of one stands for.</param>
    /// <param name="into">Columns that are there: both lanes, or one.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(ref byte data, ReadOnlySpan<int> rows, ReadOnlySpan<Vector256<sbyte>> factors, float scale, Span<float> into)
    {
        Vector256<short> a = default, b = default, c = default, d = default, all = default;
        var low = Vector256.Create((byte)15);
        var eights = Vector256.Create((byte)Zero);
        for (var i = 0; i < factors.Length; i++)
        {
            var factor = factors[i];
            var first = Vector256.LoadUnsafe(ref data, (nuint)rows[2 * i]);
            var second = Vector256.LoadUnsafe(ref data, (nuint)rows[(2 * i) + 1]);
            var (firstLow, secondLow) = (first & low, second & low);
            var (firstHigh, secondHigh) = ((first.AsUInt16() >> 4).AsByte() & low, (second.AsUInt16() >> 4).AsByte() & low);
            a += Products(Lower(firstLow, secondLow), factor);
            b += Products(Upper(firstLow, secondLow), factor);
            c += Products(Lower(firstHigh, secondHigh), factor);
            d += Products(Upper(firstHigh, secondHigh), factor);
            all += Products(eights, factor);
        }

        var scales = Vector256.Create(scale);
        AddLane(a.GetLower(), b.GetLower(), c.GetLower(), d.GetLower(), all.GetLower(), scales, ref into[0]);
        if (into.Length > Lane) AddLane(a.GetUpper(), b.GetUpper(), c.GetUpper(), d.GetUpper(), all.GetUpper(), scales, ref into[Lane]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddLane(Vector128<short> a, Vector128<short> b, Vector128<short> c, Vector128<short> d, Vector128<short> all, Vector256<float> scale, ref float into)
    {
        AddEight(a - all, scale, ref into);
        AddEight(b - all, scale, ref Unsafe.Add(ref into, 8));
        AddEight(c - all, scale, ref Unsafe.Add(ref into, 16));
        AddEight(d - all, scale, ref Unsafe.Add(ref into, 24));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddEight(Vector128<short> sums, Vector256<float> scale, ref float into) =>
        (Vector256.LoadUnsafe(ref into) + (Vector256.ConvertToSingle(Lanes.Widened(sums)) * scale)).StoreUnsafe(ref into);

    /// <summary>In each half the first eight bytes of both, in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Lower(Vector256<byte> x, Vector256<byte> y) =>
        Avx2.IsSupported ? Avx2.UnpackLow(x, y) : Vector256.Create(Woven(Vector128.WidenLower(x.GetLower()), Vector128.WidenLower(y.GetLower())), Woven(Vector128.WidenLower(x.GetUpper()), Vector128.WidenLower(y.GetUpper())));

    /// <summary>In each half the last eight bytes of both, in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Upper(Vector256<byte> x, Vector256<byte> y) =>
        Avx2.IsSupported ? Avx2.UnpackHigh(x, y) : Vector256.Create(Woven(Vector128.WidenUpper(x.GetLower()), Vector128.WidenUpper(y.GetLower())), Woven(Vector128.WidenUpper(x.GetUpper()), Vector128.WidenUpper(y.GetUpper())));

    private static Vector128<byte> Woven(Vector128<ushort> x, Vector128<ushort> y) => (x | (y << 8)).AsByte();

    /// <summary>Products of bytes without and with a sign, and of each two neighbours the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Products(Vector256<byte> x, Vector256<sbyte> y)
    {
        if (Avx2.IsSupported) return Avx2.MultiplyAddAdjacent(x, y);
        var (left, right) = (x.AsInt16(), y.AsInt16());
        return ((left & Vector256.Create((short)255)) * ((right << 8) >> 8)) + ((left >>> 8) * (right >> 8));
    }
}
