using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Tests.Numerics;

public sealed class PackedMatrixTests
{
    private const int Inner = 24, Width = 40;
    private readonly Random random = new(3);

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(13)]
    public void Multiply_AnyNumberOfRows_IsNearTheProductOfWhatWasPacked(int rows)
    {
        var (matrix, a) = (Numbers(Inner * Width), Numbers(rows * Inner));
        var packed = new PackedMatrix(matrix, Width);
        var integers = new IntegerRows(Inner);
        integers.Reserve(rows);
        for (var row = 0; row < rows; row++) integers.Set(row, a, row * Inner);
        var product = new float[PackedMatrix.Rounded(rows) * packed.Width];

        packed.Multiply(rows, integers, product);

        for (var row = 0; row < rows; row++)
            for (var column = 0; column < Width; column++)
                Assert.Equal(Enumerable.Range(0, Inner).Sum(k => a[(row * Inner) + k] * matrix[(k * Width) + column]), product[(row * packed.Width) + column], 0.1f);
    }

    [Fact]
    public void Add_PackedRows_IsNearTheSumOfWhatWasPacked()
    {
        var (matrix, weights) = (Numbers(Inner * WeightedRows.Step), Numbers(Inner));
        var sums = new float[WeightedRows.Step];

        PackedRows.Of(matrix, WeightedRows.Step).Add(weights, sums);

        for (var column = 0; column < sums.Length; column++)
            Assert.Equal(Enumerable.Range(0, Inner).Sum(k => weights[k] * matrix[(k * sums.Length) + column]), sums[column], 0.1f);
    }

    private float[] Numbers(int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];
}
