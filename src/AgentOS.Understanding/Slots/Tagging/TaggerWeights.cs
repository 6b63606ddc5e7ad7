using System.Runtime.CompilerServices;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What was learnt, made small: weights that hardly matter are left out, the others have sixteen bits.</summary>
internal sealed class TaggerWeights
{
    private readonly FeatureRows rows;
    private readonly int[] starts;
    private readonly Weight[] weights;
    private readonly Place[] places;

    private TaggerWeights(FeatureRows rows, int[] starts, Weight[] weights, ChainMoves moves)
    {
        this.rows = rows;
        this.starts = starts;
        this.weights = weights;
        Moves = moves;
        places = rows.Table((key, row) => new Place(key, starts[row], starts[row + 1]));
    }

    public ChainMoves Moves { get; }

    public int Features => rows.Count;

    public int Count => weights.Length;

    public static TaggerWeights Of(FeatureRows all, ChainWeights learnt, float least)
    {
        var kept = new List<Weight>(learnt.Cells.Length);
        var starts = new List<int> { 0 };
        var (rows, _) = all.Keep(row =>
        {
            foreach (var cell in learnt.Of(row))
                if (MathF.Abs(cell.Value) >= least) kept.Add(new Weight((ushort)cell.Output, (Half)cell.Value));
            if (kept.Count == starts[^1]) return false;
            starts.Add(kept.Count);
            return true;
        });
        return new TaggerWeights(rows, [.. starts], [.. kept], learnt.Moves);
    }

    /// <summary>Adds a feature's weights, so many times, to a token's scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> scores, ulong feature, float times)
    {
        var key = (uint)(feature >> 32);
        var mask = (uint)(places.Length - 1);
        for (var at = key & mask; places[at].End > 0; at = (at + 1) & mask)
        {
            ref readonly var place = ref places[at];
            if (place.Key != key) continue;
            foreach (var weight in weights.AsSpan(place.Start..place.End)) scores[weight.Output] += (float)weight.Value * times;
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
        for (var i = 0; i < weights.Length; i++) weights[i] = new Weight(reader.ReadUInt16(), reader.ReadHalf());
        return new TaggerWeights(rows, starts, weights, ChainMoves.Read(reader, width));
    }

    /// <summary>Where a feature's weights are; empty when it ends at nothing.</summary>
    private readonly record struct Place(uint Key, int Start, int End);

    private readonly record struct Weight(ushort Output, Half Value);
}
