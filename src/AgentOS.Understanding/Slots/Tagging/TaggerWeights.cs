using System.Runtime.CompilerServices;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What was learnt, made small: weights that hardly matter are left out, the others have sixteen bits. What a feature says of the tokens around
/// stands together, numbered by the <see cref="Reach"/>'s row and the output within it.
/// </summary>
internal sealed class TaggerWeights
{
    /// <summary>Weights are kept in steps of a 2,048th; none is beyond 12.</summary>
    public const float Steps = 2_048;

    private readonly FeatureRows keys;
    private readonly int[] starts;
    private readonly Weight[] weights;
    private readonly Place[] places;
    private readonly FeatureFilter filter;

    private TaggerWeights(FeatureRows keys, int[] starts, Weight[] weights, ChainMoves moves)
    {
        this.keys = keys;
        this.starts = starts;
        this.weights = weights;
        Moves = moves;
        places = keys.Table((key, row) => new Place(key, starts[row], starts[row + 1]));
        filter = new FeatureFilter(keys.Keys());
    }

    public ChainMoves Moves { get; }

    /// <param name="features">By number, the features that were learnt: what is seen, and of which token of its reach.</param>
    /// <param name="learnt">Their weights.</param>
    /// <param name="least">Weights below this are left out.</param>
    public static TaggerWeights Of(IReadOnlyList<(ulong Key, int Row)> features, ChainWeights learnt, float least)
    {
        var keys = new FeatureRows();
        var kept = new List<List<Weight>>();
        for (var feature = 0; feature < features.Count; feature++)
        {
            foreach (var cell in learnt.Of(feature))
            {
                if (MathF.Abs(cell.Value) < least) continue;
                var row = keys.Add(features[feature].Key);
                if (row == kept.Count) kept.Add([]);
                kept[row].Add(new Weight((ushort)((features[feature].Row * 3 * learnt.Moves.Width) + cell.Output), (short)MathF.Round(cell.Value * Steps)));
            }
        }

        var starts = new int[kept.Count + 1];
        for (var row = 0; row < kept.Count; row++) starts[row + 1] = starts[row] + kept[row].Count;
        return new TaggerWeights(keys, starts, [.. kept.SelectMany(w => w.OrderBy(x => x.Output))], learnt.Moves);
    }

    /// <summary>Leaves features out that have no weights, as far as that can be told quickly.</summary>
    public void Sift(FeatureBuffer features) => features.Keep(filter);

    /// <summary>
    /// Brings the features' places near, so that the memory is waited for once and not feature by feature. What is given back is of no use
    /// but that the reading is not left out.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public int Touch(ReadOnlySpan<FeatureBuffer.Feature> features)
    {
        var mask = (uint)(places.Length - 1);
        var seen = 0;
        foreach (ref readonly var feature in features) seen ^= places[(uint)(feature.Key >> 32) & mask].Start;
        foreach (ref readonly var feature in features)
        {
            ref readonly var place = ref places[(uint)(feature.Key >> 32) & mask];
            seen ^= weights[Math.Min(place.Start, weights.Length - 1)].Value;
        }

        return seen;
    }

    /// <summary>Adds a feature's weights, so many times, to the scores of the tokens that it speaks of.</summary>
    /// <param name="window">The scores of all tokens of a <see cref="Reach"/>, one after the other.</param>
    /// <param name="feature">The feature.</param>
    /// <param name="times">How much of it there is.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> window, ulong feature, float times)
    {
        var key = (uint)(feature >> 32);
        var mask = (uint)(places.Length - 1);
        for (var at = key & mask; places[at].End != 0; at = (at + 1) & mask)
        {
            ref readonly var place = ref places[at];
            if (place.Key != key) continue;
            times /= Steps;
            foreach (ref readonly var weight in weights.AsSpan(place.Start..place.End)) window[weight.Output] += weight.Value * times;
            return;
        }
    }

    public void Write(BinaryWriter writer)
    {
        keys.Write(writer);
        for (var row = 0; row < keys.Count; row++) writer.Write7BitEncodedInt(starts[row + 1] - starts[row]);
        foreach (var weight in weights)
        {
            writer.Write(weight.Output);
            writer.Write(weight.Value);
        }

        Moves.Write(writer);
    }

    public static TaggerWeights Read(BinaryReader reader, int width)
    {
        var keys = FeatureRows.Read(reader);
        var starts = new int[keys.Count + 1];
        for (var row = 0; row < keys.Count; row++) starts[row + 1] = starts[row] + reader.Read7BitEncodedInt();
        var weights = new Weight[starts[^1]];
        for (var i = 0; i < weights.Length; i++) weights[i] = new Weight(reader.ReadUInt16(), reader.ReadInt16());
        return new TaggerWeights(keys, starts, weights, ChainMoves.Read(reader, width));
    }

    /// <summary>Where a feature's weights are; empty when it ends at nothing.</summary>
    private readonly record struct Place(uint Key, int Start, int End);

    private readonly record struct Weight(ushort Output, short Value);
}
