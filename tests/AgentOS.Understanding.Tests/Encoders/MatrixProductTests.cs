using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Tests.Encoders;

public sealed class MatrixProductTests
{
    [Theory]
    [InlineData(1, 8, 3)]
    [InlineData(7, 24, 5)]
    [InlineData(13, 40, 33)]
    public void Multiply_AnySizes_SumsInTheOrderOfTheInnerIndex(int rows, int columns, int inner)
    {
        var random = new Random(3);
        var a = Numbers(rows * inner, random);
        var b = Numbers(inner * columns, random);
        var c = Numbers(rows * columns, random);
        var expected = new float[c.Length];
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < columns; column++)
            {
                var sum = 0f;
                for (var k = 0; k < inner; k++) sum += a[(row * inner) + k] * b[(k * columns) + column];
                expected[(row * columns) + column] = sum + c[(row * columns) + column];
            }
        }

        MatrixProduct.Multiply(rows, columns, inner, a, new(inner), b, c, add: true);

        Assert.Equal(expected, c);
    }

    [Fact]
    public void Multiply_StridesOfTheTranspose_MultipliesIt()
    {
        var random = new Random(4);
        var a = Numbers(9 * 7, random);
        var turned = new float[a.Length];
        MatrixProduct.Transpose(a, 9, 7, turned);
        var b = Numbers(9 * 16, random);
        var (direct, byStrides) = (new float[7 * 16], new float[7 * 16]);

        MatrixProduct.Multiply(7, 16, 9, turned, new(9), b, direct);
        MatrixProduct.Multiply(7, 16, 9, a, new(1, 7), b, byStrides);

        Assert.Equal(direct, byStrides);
    }

    [Fact]
    public void Multiply_TooShortATarget_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Multiply(2, 8, 1, new float[2], new(1), new float[8], new float[8]));

    private static float[] Numbers(int count, Random random)
    {
        var numbers = new float[count];
        foreach (ref var number in numbers.AsSpan()) number = (2 * random.NextSingle()) - 1;
        return numbers;
    }
}
