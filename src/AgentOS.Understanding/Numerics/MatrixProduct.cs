using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Eight = System.Runtime.Intrinsics.Vector256<float>;

namespace AgentOS.Understanding.Numerics;

/// <summary>
/// Products of matrices in blocks of six rows by sixteen columns, which fit into the registers. Each element is summed up in the order
/// of the inner index whatever the blocks, so that the results are the same everywhere.
/// </summary>
internal static class MatrixProduct
{
    public const int Tall = 6;
    public const int Wide = 16;

    /// <summary>Columns are laid side by side where this many rows make it worth it, and where they fit onto the stack.</summary>
    private const int LeastToPack = 24;
    private const int MostToPack = 1024;

    /// <summary>A matrix within a span: the element of row r and column c stands at r times <paramref name="Row"/> plus c times <paramref name="Column"/>.</summary>
    public readonly record struct Strides(int Row, int Column = 1);

    /// <summary>c = a · b, or c += a · b; a has <paramref name="rows"/> rows and <paramref name="inner"/> columns, b and c have <paramref name="columns"/>, a multiple of eight, and lie row by row.</summary>
    public static void Multiply(int rows, int columns, int inner, ReadOnlySpan<float> a, Strides strides, ReadOnlySpan<float> b, Span<float> c, bool add = false)
    {
        if (rows <= 0 || inner <= 0) return;
        ArgumentOutOfRangeException.ThrowIfNotEqual(columns % Lanes.Count, 0);
        ArgumentOutOfRangeException.ThrowIfLessThan(a.Length, ((rows - 1) * strides.Row) + ((inner - 1) * strides.Column) + 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(b.Length, inner * columns);
        ArgumentOutOfRangeException.ThrowIfLessThan(c.Length, rows * columns);
        ref var left = ref MemoryMarshal.GetReference(a);
        ref var right = ref MemoryMarshal.GetReference(b);
        ref var into = ref MemoryMarshal.GetReference(c);
        var packs = rows >= LeastToPack && inner <= MostToPack && columns > Wide;
        Span<float> packed = packs ? stackalloc float[inner * Wide] : [];
        var column = 0;
        for (; rows == 1 && column <= columns - (4 * Wide); column += 4 * Wide)
            Broad(inner, ref left, strides.Column, ref Unsafe.Add(ref right, column), columns, ref Unsafe.Add(ref into, column), add);
        for (; column <= columns - Wide; column += Wide)
        {
            ref var panel = ref Unsafe.Add(ref right, column);
            if (packs) Pack(inner, ref panel, columns, packed);
            Panel(rows, inner, ref left, strides, ref packs ? ref MemoryMarshal.GetReference(packed) : ref panel, packs ? Wide : columns, ref Unsafe.Add(ref into, column), columns, add);
        }

        if (column == columns) return;
        for (var row = 0; row < rows; row++)
            Half(inner, ref Unsafe.Add(ref left, row * strides.Row), strides.Column, ref Unsafe.Add(ref right, column), columns, ref Unsafe.Add(ref into, (row * columns) + column), add);
    }

    /// <summary>Writes the transpose of a matrix that lies row by row.</summary>
    public static void Transpose(ReadOnlySpan<float> from, int rows, int columns, Span<float> into)
    {
        for (var row = 0; row < rows; row++)
            for (var column = 0; column < columns; column++)
                into[(column * rows) + row] = from[(row * columns) + column];
    }

    /// <summary>Sixteen columns. Rows that are too few for a block are done with some of the block before, a second time with the same results, unless they are added to.</summary>
    private static void Panel(int rows, int inner, ref float a, Strides strides, ref float b, int step, ref float c, int width, bool add)
    {
        var row = 0;
        for (; row <= rows - Tall; row += Tall) Block(inner, ref Unsafe.Add(ref a, row * strides.Row), strides, ref b, step, ref Unsafe.Add(ref c, row * width), width, add);
        if (!add && row > 0 && rows - row > 1)
        {
            row = rows - Tall;
            Block(inner, ref Unsafe.Add(ref a, row * strides.Row), strides, ref b, step, ref Unsafe.Add(ref c, row * width), width, add);
            return;
        }

        for (; row < rows; row++) Row(inner, ref Unsafe.Add(ref a, row * strides.Row), strides.Column, ref b, step, ref Unsafe.Add(ref c, row * width), add);
    }

    /// <summary>Lays sixteen columns side by side, where reading them many times over costs less.</summary>
    private static void Pack(int inner, ref float from, int step, Span<float> into)
    {
        ref var to = ref MemoryMarshal.GetReference(into);
        for (var k = 0; k < inner; k++)
        {
            Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to, (nuint)(k * Wide));
            Vector256.LoadUnsafe(ref from, Lanes.Count).StoreUnsafe(ref to, (nuint)((k * Wide) + Lanes.Count));
            from = ref Unsafe.Add(ref from, step);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(int inner, ref float a, Strides strides, ref float b, int next, ref float c, int width, bool add)
    {
        Eight c00 = Eight.Zero, c01 = Eight.Zero, c10 = Eight.Zero, c11 = Eight.Zero, c20 = Eight.Zero, c21 = Eight.Zero;
        Eight c30 = Eight.Zero, c31 = Eight.Zero, c40 = Eight.Zero, c41 = Eight.Zero, c50 = Eight.Zero, c51 = Eight.Zero;
        nint step = strides.Row, two = 2 * strides.Row;
        ref var lower = ref Unsafe.Add(ref a, 3 * strides.Row);
        for (var k = 0; k < inner; k++)
        {
            var (b0, b1) = (Vector256.LoadUnsafe(ref b), Vector256.LoadUnsafe(ref b, Lanes.Count));
            var x = Vector256.Create(a);
            c00 += x * b0;
            c01 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, step));
            c10 += x * b0;
            c11 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref a, two));
            c20 += x * b0;
            c21 += x * b1;
            x = Vector256.Create(lower);
            c30 += x * b0;
            c31 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref lower, step));
            c40 += x * b0;
            c41 += x * b1;
            x = Vector256.Create(Unsafe.Add(ref lower, two));
            c50 += x * b0;
            c51 += x * b1;
            a = ref Unsafe.Add(ref a, strides.Column);
            lower = ref Unsafe.Add(ref lower, strides.Column);
            b = ref Unsafe.Add(ref b, next);
        }

        Store(c00, c01, ref c, add);
        Store(c10, c11, ref Unsafe.Add(ref c, width), add);
        Store(c20, c21, ref Unsafe.Add(ref c, 2 * width), add);
        Store(c30, c31, ref Unsafe.Add(ref c, 3 * width), add);
        Store(c40, c41, ref Unsafe.Add(ref c, 4 * width), add);
        Store(c50, c51, ref Unsafe.Add(ref c, 5 * width), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Row(int inner, ref float a, int step, ref float b, int width, ref float c, bool add)
    {
        Eight c0 = Eight.Zero, c1 = Eight.Zero;
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k * step));
            c0 += x * Vector256.LoadUnsafe(ref b);
            c1 += x * Vector256.LoadUnsafe(ref b, Lanes.Count);
            b = ref Unsafe.Add(ref b, width);
        }

        Store(c0, c1, ref c, add);
    }

    /// <summary>Sixty-four columns of a single row, where fewer would wait for one another's additions.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Broad(int inner, ref float a, int step, ref float b, int width, ref float c, bool add)
    {
        Eight c0 = Eight.Zero, c1 = Eight.Zero, c2 = Eight.Zero, c3 = Eight.Zero, c4 = Eight.Zero, c5 = Eight.Zero, c6 = Eight.Zero, c7 = Eight.Zero;
        for (var k = 0; k < inner; k++)
        {
            var x = Vector256.Create(Unsafe.Add(ref a, k * step));
            c0 += x * Vector256.LoadUnsafe(ref b);
            c1 += x * Vector256.LoadUnsafe(ref b, Lanes.Count);
            c2 += x * Vector256.LoadUnsafe(ref b, 2 * Lanes.Count);
            c3 += x * Vector256.LoadUnsafe(ref b, 3 * Lanes.Count);
            c4 += x * Vector256.LoadUnsafe(ref b, 4 * Lanes.Count);
            c5 += x * Vector256.LoadUnsafe(ref b, 5 * Lanes.Count);
            c6 += x * Vector256.LoadUnsafe(ref b, 6 * Lanes.Count);
            c7 += x * Vector256.LoadUnsafe(ref b, 7 * Lanes.Count);
            b = ref Unsafe.Add(ref b, width);
        }

        Store(c0, c1, ref c, add);
        Store(c2, c3, ref Unsafe.Add(ref c, Wide), add);
        Store(c4, c5, ref Unsafe.Add(ref c, 2 * Wide), add);
        Store(c6, c7, ref Unsafe.Add(ref c, 3 * Wide), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Half(int inner, ref float a, int step, ref float b, int width, ref float c, bool add)
    {
        var sum = Eight.Zero;
        for (var k = 0; k < inner; k++)
        {
            sum += Vector256.Create(Unsafe.Add(ref a, k * step)) * Vector256.LoadUnsafe(ref b);
            b = ref Unsafe.Add(ref b, width);
        }

        if (add) sum += Vector256.LoadUnsafe(ref c);
        sum.StoreUnsafe(ref c);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(Eight x, Eight y, ref float c, bool add)
    {
        if (add) (x, y) = (x + Vector256.LoadUnsafe(ref c), y + Vector256.LoadUnsafe(ref c, Lanes.Count));
        x.StoreUnsafe(ref c);
        y.StoreUnsafe(ref c, Lanes.Count);
    }
}
