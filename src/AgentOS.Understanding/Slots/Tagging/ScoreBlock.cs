using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What several features together bring to the scores of the tokens of a <see cref="Reach"/>: from the first that is not nothing to the last, in the weights' steps.</summary>
internal sealed class ScoreBlock
{
    private readonly int from;
    private readonly short[] scores;

    private ScoreBlock(int from, short[] scores) => (this.from, this.scores) = (from, scores);

    /// <summary>The sum of the features' weights.</summary>
    public static ScoreBlock Of(TaggerWeights weights, FeatureBuffer features)
    {
        var sums = new float[Reach.Count * 3 * weights.Moves.Width];
        foreach (var feature in features.Features) weights.AddTo(sums, feature.Key, feature.Value);
        var first = sums.AsSpan().IndexOfAnyExcept(0f);
        if (first < 0) return new ScoreBlock(0, []);
        first = first / Lanes.Count * Lanes.Count;
        var end = Lanes.Round(sums.AsSpan().LastIndexOfAnyExcept(0f) + 1);
        return new ScoreBlock(first, [.. sums[first..end].Select(s => (short)Math.Clamp(MathF.Round(s * TaggerWeights.Steps), short.MinValue, short.MaxValue))]);
    }

    /// <summary>Adds them to the scores of the tokens of the reach, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> window)
    {
        ref var to = ref MemoryMarshal.GetReference(window.Slice(from, scores.Length));
        ref var own = ref MemoryMarshal.GetArrayDataReference(scores);
        var step = Vector256.Create(1 / TaggerWeights.Steps);
        for (var i = 0; i < scores.Length; i += Lanes.Count)
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (Lanes.FromIntegers(ref own, (nuint)i) * step)).StoreUnsafe(ref to, (nuint)i);
    }
}
