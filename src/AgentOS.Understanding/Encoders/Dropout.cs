using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Hides a part of the numbers while learning, so that none is relied on alone; the others grow to make up for it.</summary>
internal sealed class Dropout
{
    private readonly int limit;
    private readonly float scale;
    private Vector256<uint> state;
    private float[] kept = [];

    public Dropout(float share, Random random)
    {
        limit = (int)(share * (1 << 24));
        scale = 1 / (1 - share);
        for (var lane = 0; lane < Lanes.Count; lane++) state = state.WithElement(lane, (uint)random.Next() | 1);
    }

    /// <summary>Hides some of the first <paramref name="count"/> numbers, a multiple of eight, in place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Hide(float[] values, int count)
    {
        if (limit == 0) return;
        Lanes.Reserve(ref kept, count);
        var (bits, limits, scales) = (state, Vector256.Create(limit), Vector256.Create(scale));
        for (var i = 0; i < count; i += Lanes.Count)
        {
            bits ^= bits << 13;
            bits ^= bits >>> 17;
            bits ^= bits << 5;
            var keep = Vector256.GreaterThanOrEqual((bits >>> 8).AsInt32(), limits).AsSingle() & scales;
            keep.Put(kept, i);
            (Lanes.At(values, i) * keep).Put(values, i);
        }

        state = bits;
    }

    /// <summary>Makes the gradient that of the numbers before they were hidden.</summary>
    public void Back(float[] gradient, int count)
    {
        if (limit == 0) return;
        for (var i = 0; i < count; i += Lanes.Count) (Lanes.At(gradient, i) * Lanes.At(kept, i)).Put(gradient, i);
    }
}
