namespace AgentOS.Understanding.Intents.Networks;

/// <summary>Rows of numbers as integers from -7 to 7, two to a byte in a file.</summary>
internal static class RowPacking
{
    /// <summary>The largest integer.</summary>
    public const int Most = 7;

    /// <summary>Rounds each row to multiples of its own scale; the scales survive being written as half floats.</summary>
    public static (sbyte[] Rows, float[] Scales) Pack(ReadOnlySpan<float> matrix, int width)
    {
        var rows = new sbyte[matrix.Length];
        var scales = new float[matrix.Length / width];
        for (var r = 0; r < scales.Length; r++)
        {
            var row = matrix.Slice(r * width, width);
            var most = 0f;
            foreach (var x in row) most = MathF.Max(most, MathF.Abs(x));
            var scale = scales[r] = (float)(Half)(most / Most);
            if (scale == 0) continue;
            for (var i = 0; i < width; i++) rows[(r * width) + i] = (sbyte)Math.Clamp((int)MathF.Round(row[i] / scale), -Most, Most);
        }

        return (rows, scales);
    }

    public static void Write(BinaryWriter writer, ReadOnlySpan<sbyte> rows)
    {
        var bytes = new byte[rows.Length / 2];
        for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)((rows[2 * i] + 8) | ((rows[(2 * i) + 1] + 8) << 4));
        writer.Write(bytes);
    }

    public static sbyte[] Read(BinaryReader reader, int count)
    {
        var bytes = reader.ReadBytes(count / 2);
        var rows = new sbyte[count];
        for (var i = 0; i < bytes.Length; i++)
        {
            rows[2 * i] = (sbyte)((bytes[i] & 15) - 8);
            rows[(2 * i) + 1] = (sbyte)((bytes[i] >> 4) - 8);
        }

        return rows;
    }
}
