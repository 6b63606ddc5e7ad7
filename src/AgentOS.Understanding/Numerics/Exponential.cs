using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Numerics;

/// <summary><see cref="FixedOrder.Exp(float)"/> of many numbers at once, with the same results.</summary>
internal static class Exponential
{
    private const int Lanes = 8;

    /// <summary>Writes e to the power of (<paramref name="x"/> less <paramref name="shift"/>) for every element.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Of(ReadOnlySpan<float> x, float shift, Span<float> into)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(into[..x.Length]);
        var i = 0;
        var shifts = Vector256.Create(shift);
        for (; i <= x.Length - Lanes; i += Lanes) Of(Vector256.LoadUnsafe(ref from, (nuint)i) - shifts).StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++) into[i] = FixedOrder.Exp(x[i] - shift);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Of(Vector256<float> x)
    {
        var none = Vector256.LessThan(x, Vector256.Create(-87f));
        x = Vector256.MinNative(Vector256.MaxNative(x, Vector256.Create(-87f)), Vector256.Create(88f));
        var power = Vector256.Floor((x * 1.44269504088896341f) + Vector256.Create(0.5f));
        x -= power * 0.693359375f;
        x -= power * -2.12194440e-4f;
        var y = Vector256.Create(1.9875691500e-4f);
        y = (y * x) + Vector256.Create(1.3981999507e-3f);
        y = (y * x) + Vector256.Create(8.3334519073e-3f);
        y = (y * x) + Vector256.Create(4.1665795894e-2f);
        y = (y * x) + Vector256.Create(1.6666665459e-1f);
        y = (y * x) + Vector256.Create(5.0000001201e-1f);
        y = (y * x * x) + x + Vector256<float>.One;
        var scale = (Vector256.ConvertToInt32(power) + Vector256.Create(127)) << 23;
        return Vector256.ConditionalSelect(none, Vector256<float>.Zero, y * scale.AsSingle());
    }
}
