using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>Adagrad's step: weights that have moved much move less.</summary>
internal static class AdaptiveStep
{
    private const int Lanes = 8;

    /// <summary>
    /// Moves an output's <paramref name="weights"/> against <paramref name="error"/> times <paramref name="input"/>, and adds the error's way back to
    /// <paramref name="back"/>. All are of one length, a multiple of eight.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Move(Span<float> weights, Span<float> squares, ReadOnlySpan<float> input, Span<float> back, float error, float rate, float floor)
    {
        ref var w = ref MemoryMarshal.GetReference(weights);
        ref var s = ref MemoryMarshal.GetReference(squares);
        ref var x = ref MemoryMarshal.GetReference(input);
        ref var b = ref MemoryMarshal.GetReference(back);
        var (errors, rates, floors) = (Vector256.Create(error), Vector256.Create(rate), Vector256.Create(floor));
        for (var i = 0; i < weights.Length; i += Lanes)
        {
            var at = (nuint)i;
            var weight = Vector256.LoadUnsafe(ref w, at);
            var gradient = Vector256.LoadUnsafe(ref x, at) * errors;
            (Vector256.LoadUnsafe(ref b, at) + (weight * errors)).StoreUnsafe(ref b, at);
            var square = Vector256.LoadUnsafe(ref s, at) + (gradient * gradient);
            square.StoreUnsafe(ref s, at);
            (weight - (rates * gradient / (Vector256.Sqrt(square) + floors))).StoreUnsafe(ref w, at);
        }
    }
}
