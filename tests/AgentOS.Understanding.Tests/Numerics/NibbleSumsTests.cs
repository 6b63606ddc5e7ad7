using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Tests.Numerics;

public sealed class NibbleSumsTests
{
    private const int RowBytes = NibbleSums.Columns / 2;
    private readonly Random random = new(7);

    [Theory]
    [InlineData(2, NibbleSums.Columns)]
    [InlineData(16, NibbleSums.Columns)]
    [InlineData(16, NibbleSums.Lane)]
    public void Add_RowsOfLargestNumbers_IsTheirSumWithinTheFactorsRounding(int rows, int columns)
    {
        var data = new byte[rows * RowBytes];
        var numbers = new int[rows, NibbleSums.Columns];
        var factors = new float[NibbleSums.Rows];
        for (var row = 0; row < rows; row++)
        {
            factors[row] = row % 2 == 0 ? 3 : 1.5f;
            for (var column = 0; column < NibbleSums.Columns; column++)
                NibbleSums.Put(data.AsSpan(row * RowBytes, RowBytes), column, numbers[row, column] = column == 5 ? 7 : random.Next(-7, 8));
        }

        var joined = new short[NibbleSums.Pairs];
        var scale = NibbleSums.Join(factors, joined);
        var pairs = new Vector256<sbyte>[rows / 2];
        NibbleSums.Spread(joined, joined, pairs);
        var sums = new float[columns];
        NibbleSums.Add(ref data[0], [.. Enumerable.Range(0, rows).Select(row => row * RowBytes)], pairs, scale, sums);

        for (var column = 0; column < columns; column++)
            Assert.Equal(Enumerable.Range(0, rows).Sum(row => factors[row] * numbers[row, column]), sums[column], rows * 7 * scale / 2);
    }

    [Fact]
    public void Add_LanesOfTwoFactors_CountsEachByItsOwn()
    {
        var data = new byte[2 * RowBytes];
        for (var column = 0; column < NibbleSums.Columns; column++)
            for (var row = 0; row < 2; row++) NibbleSums.Put(data.AsSpan(row * RowBytes, RowBytes), column, row == 0 ? 2 : 0);
        var factors = new float[2 * NibbleSums.Rows];
        (factors[0], factors[NibbleSums.Rows]) = (1, -2);
        var joined = new short[2 * NibbleSums.Pairs];
        var scale = NibbleSums.Join(factors, joined);
        var pairs = new Vector256<sbyte>[1];
        NibbleSums.Spread(joined.AsSpan(0, NibbleSums.Pairs), joined.AsSpan(NibbleSums.Pairs), pairs);
        var sums = new float[NibbleSums.Columns];

        NibbleSums.Add(ref data[0], [0, RowBytes], pairs, scale, sums);

        Assert.Equal(2, sums[0], 0.02f);
        Assert.Equal(-4, sums[^1], 0.02f);
    }
}
