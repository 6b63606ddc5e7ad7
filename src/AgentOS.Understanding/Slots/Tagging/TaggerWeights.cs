using System.Runtime.CompilerServices;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What was learnt, made small: weights that hardly matter are left out, the others have sixteen bits.</summary>
internal sealed class TaggerWeights
{
    /// <summary>Weights are kept in steps of a 2,048th; none is beyond 12.</summary>
    private const float Steps = 2_048;

    /// <summary>A feature with weights for more than this part of the outputs has a row for all of them.</summary>
    private const int Dense = 6;

    private readonly FeatureRows rows;
    private readonly int[] starts;
    private readonly Weight[] weights;
    private readonly Place[] places;

    /// <summary>Rows of a weight for every output, for features that have many.</summary>
    private readonly float[] spread;

    private readonly FeatureFilter filter;

    private TaggerWeights(FeatureRows rows, int[] starts, Weight[] weights, ChainMoves moves)
    {
        this.rows = rows;
        this.starts = starts;
        this.weights = weights;
        Moves = moves;
        var outputs = 3 * moves.Width;
        var table = new List<float>();
        places = rows.Table((key, row) => starts[row + 1] - starts[row] < outputs / Dense ? new Place(key, starts[row], starts[row + 1]) : new Place(key, Spread(row, outputs, table), -1));
        spread = [.. table];
        filter = new FeatureFilter(rows.Keys());
    }

    public ChainMoves Moves { get; }

    public static TaggerWeights Of(FeatureRows all, ChainWeights learnt, float least)
    {
        var kept = new List<Weight>(learnt.Cells.Length);
        var starts = new List<int> { 0 };
        var (rows, _) = all.Keep(row =>
        {
            foreach (var cell in learnt.Of(row))
                if (MathF.Abs(cell.Value) >= least) kept.Add(new Weight((ushort)cell.Output, (short)MathF.Round(cell.Value * Steps)));
            if (kept.Count == starts[^1]) return false;
            starts.Add(kept.Count);
            return true;
        });
        return new TaggerWeights(rows, [.. starts], [.. kept], learnt.Moves);
    }

    /// <summary>Leaves features out that have no weights, as far as that can be told quickly.</summary>
    public void Sift(FeatureBuffer features) => features.Keep(filter);

    /// <summary>
    /// Brings the features' places near, so that the memory is waited for once and not feature by feature. What is given back is of no use
    /// but that the reading is not left out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Touch(ReadOnlySpan<ulong> features)
    {
        var mask = (uint)(places.Length - 1);
        var seen = 0;
        foreach (var feature in features) seen ^= places[(uint)(feature >> 32) & mask].Start;
        foreach (var feature in features)
        {
            ref readonly var place = ref places[(uint)(feature >> 32) & mask];
            seen ^= weights[Math.Min(place.Start, weights.Length - 1)].Value;
        }

        return seen;
    }

    /// <summary>Adds a feature's weights, so many times, to a token's scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> scores, ulong feature, float times)
    {
        var key = (uint)(feature >> 32);
        var mask = (uint)(places.Length - 1);
        for (var at = key & mask; places[at].End != 0; at = (at + 1) & mask)
        {
            ref readonly var place = ref places[at];
            if (place.Key != key) continue;
            times /= Steps;
            if (place.End < 0)
            {
                FixedOrder.AddScaled(spread.AsSpan(place.Start, scores.Length), times, scores);
                return;
            }

            foreach (var weight in weights.AsSpan(place.Start..place.End)) scores[weight.Output] += weight.Value * times;
            return;
        }
    }

    public void Write(BinaryWriter writer)
    {
        rows.Write(writer);
        for (var row = 0; row < rows.Count; row++) writer.Write7BitEncodedInt(starts[row + 1] - starts[row]);
        foreach (var weight in weights)
        {
            writer.Write(weight.Output);
            writer.Write(weight.Value);
        }

        Moves.Write(writer);
    }

    public static TaggerWeights Read(BinaryReader reader, int width)
    {
        var rows = FeatureRows.Read(reader);
        var starts = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++) starts[row + 1] = starts[row] + reader.Read7BitEncodedInt();
        var weights = new Weight[starts[^1]];
        for (var i = 0; i < weights.Length; i++) weights[i] = new Weight(reader.ReadUInt16(), reader.ReadInt16());
        return new TaggerWeights(rows, starts, weights, ChainMoves.Read(reader, width));
    }

    private int Spread(int row, int outputs, List<float> table)
    {
        var all = new float[outputs];
        foreach (var weight in weights.AsSpan(starts[row]..starts[row + 1])) all[weight.Output] = weight.Value;
        table.AddRange(all);
        return table.Count - outputs;
    }

    /// <summary>Where a feature's weights are: in a row of their own where it ends below nothing; empty when it ends at nothing.</summary>
    private readonly record struct Place(uint Key, int Start, int End);

    private readonly record struct Weight(ushort Output, short Value);
}
