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

    /// <summary>Scores are made in steps of whole vectors; those beyond the intents are zero.</summary>
    private readonly int width = (classes + WeightedRows.Step - 1) / WeightedRows.Step * WeightedRows.Step;

    /// <summary>The intents' directions, a row for each hidden unit, so that units that are cut off cost nothing.</summary>
    private readonly PackedRows directions = Directions(outputs, bias.Length, classes);

    public int Classes => classes;

    public int Hidden => hidden;

    /// <summary>Whether a feature is among those that it sees.</summary>
    public bool Sees(int row) => row >= first && row < last;

    /// <summary>A feature's row of small integers, and what one of them stands for.</summary>
    public ReadOnlySpan<sbyte> Row(int row, out float scale)
    {
        scale = scales[row - first];
        return rows.AsSpan((row - first) * hidden, hidden);
    }

    /// <summary>Adds features' rows, each so many times, to its hidden units.</summary>
    private void AddRows(ReadOnlySpan<int> features, ReadOnlySpan<float> weights, Span<float> units)
    {
        Span<int> own = features.Length <= 2048 ? stackalloc int[features.Length] : new int[features.Length];
        for (var i = 0; i < own.Length; i++) own[i] = features[i] - first;
        WeightedRows.Add(rows, scales, own, weights, units);
    }

    /// <summary>Writes each intent's score, as a logarithm that is not normalised.</summary>
    public void Score(SparseVector vector, Span<float> scores)
    {
        Span<float> units = stackalloc float[hidden];
        units.Clear();
        var from = vector.Rows.BinarySearch(first) is var f && f < 0 ? ~f : f;
        var to = vector.Rows.BinarySearch(last) is var t && t < 0 ? ~t : t;
        AddRows(vector.Rows[from..to], vector.Values[from..to], units);
        Score(units, scores);
    }

    /// <summary>The same from what the features add up to in each hidden unit.</summary>
    public void Score(ReadOnlySpan<float> units, Span<float> scores)
    {
        Span<int> open = stackalloc int[hidden];
        Span<float> values = stackalloc float[hidden];
        Span<float> sums = stackalloc float[width];
        var count = 0;
        for (var i = 0; i < units.Length; i++)
        {
            var value = bias[i] + units[i];
            (open[count], values[count]) = (i, value);
            count += value > 0 ? 1 : 0;
        }

        outputBias.CopyTo(sums);
        sums[classes..].Clear();
        directions.Add(open[..count], values[..count], sums);
        sums[..classes].CopyTo(scores);
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

    private static PackedRows Directions(float[] outputs, int hidden, int classes)
    {
        var width = (classes + WeightedRows.Step - 1) / WeightedRows.Step * WeightedRows.Step;
        var directions = new float[hidden * width];
        for (var c = 0; c < classes; c++)
            for (var i = 0; i < hidden; i++) directions[(i * width) + c] = outputs[(c * hidden) + i];
        return PackedRows.Of(directions, width);
    }
}
