namespace AgentOS.Understanding.Numerics;

/// <summary>The natural logarithm from additions, multiplications and divisions alone, so that it rounds alike on every machine.</summary>
internal static class Logarithm
{
    private const double Ln2 = 0.693147180559945309417;

    /// <summary>ln <paramref name="x"/>, for a positive normal number.</summary>
    public static double Of(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (int)((bits >> 52) & 0x7FF) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFFL) | 0x3FF0000000000000L);
        if (mantissa > 1.4142135623730951)
        {
            mantissa /= 2;
            exponent++;
        }

        var t = (mantissa - 1) / (mantissa + 1);
        var square = t * t;
        var sum = 0d;
        for (var k = 21; k >= 1; k -= 2) sum = (sum * square) + (1d / k);
        return (2 * t * sum) + (exponent * Ln2);
    }
}
