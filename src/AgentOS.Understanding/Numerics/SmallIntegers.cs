namespace AgentOS.Understanding.Numerics;

/// <summary>Matrices as integers from -127 to 127, each row with a scale of its own.</summary>
internal static class SmallIntegers
{
    private const int Most = 127;

    public static (sbyte[] Rows, float[] Scales) Of(ReadOnlySpan<float> matrix, int width)
    {
        var (rows, scales) = (new sbyte[matrix.Length], new float[matrix.Length / width]);
        for (var r = 0; r < scales.Length; r++)
        {
            var row = matrix.Slice(r * width, width);
            var most = 0f;
            foreach (var x in row) most = MathF.Max(most, MathF.Abs(x));
            var scale = scales[r] = most / Most;
            if (scale == 0) continue;
            for (var i = 0; i < width; i++) rows[(r * width) + i] = (sbyte)MathF.Round(row[i] / scale);
        }

        return (rows, scales);
    }
}
