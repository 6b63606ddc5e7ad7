using System.Runtime.InteropServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>
/// Every feature has a row of small numbers; an utterance is the sum of its features' rows, cut off below zero, and each intent
/// is a direction in that space.
/// </summary>
internal sealed class IntentNetwork(int first, int last, int classes, sbyte[] rows, float[] scales, float[] bias, float[] outputs, float[] outputBias)
{
    private readonly int hidden = bias.Length;

    public int Classes => classes;

    /// <summary>Writes each intent's score, as a logarithm that is not normalised.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        Span<float> units = stackalloc float[hidden];
        var from = vector.Rows.BinarySearch(first) is var f && f < 0 ? ~f : f;
        var to = vector.Rows.BinarySearch(last) is var t && t < 0 ? ~t : t;
        Span<int> own = to - from <= 2048 ? stackalloc int[to - from] : new int[to - from];
        for (var i = from; i < to; i++) own[i - from] = vector.Rows[i] - first;
        bias.CopyTo(units);
        WeightedRows.Add(rows, scales, own, vector.Values[from..to], units);
        for (var i = 0; i < units.Length; i++) units[i] = MathF.Max(0, units[i]);
        for (var c = 0; c < classes; c++) scores[c] = outputBias[c] + FixedOrder.Dot(outputs.AsSpan(c * hidden, hidden), units);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(first);
        writer.Write(last);
        writer.Write(classes);
        writer.Write(hidden);
        foreach (var scale in scales) writer.Write((Half)scale);
        RowPacking.Write(writer, rows);
        writer.Write(MemoryMarshal.AsBytes<float>(bias));
        foreach (var weight in outputs) writer.Write((Half)weight);
        writer.Write(MemoryMarshal.AsBytes<float>(outputBias));
    }

    public static IntentNetwork Read(BinaryReader reader)
    {
        var (first, last, classes, hidden) = (reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32(), reader.ReadInt32());
        var scales = Halves(last - first);
        var rows = RowPacking.Read(reader, (last - first) * hidden);
        var bias = Floats(hidden);
        var outputs = Halves(classes * hidden);
        return new IntentNetwork(first, last, classes, rows, scales, bias, outputs, Floats(classes));

        float[] Floats(int count) => MemoryMarshal.Cast<byte, float>(reader.ReadBytes(count * sizeof(float))).ToArray();
        float[] Halves(int count)
        {
            var floats = new float[count];
            for (var i = 0; i < count; i++) floats[i] = (float)reader.ReadHalf();
            return floats;
        }
    }
}
