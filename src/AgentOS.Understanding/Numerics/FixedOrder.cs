using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AgentOS.Understanding.Numerics;

/// <summary>
/// Vector arithmetic that rounds alike on every processor: always eight lanes, never fused, sums always in the same order.
/// (<c>TensorPrimitives</c> adds up in as many lanes as the machine has, so that a model would depend on where it was trained.)
/// </summary>
internal static class FixedOrder
{
    private const int Lanes = 8;

    /// <summary>Adds <paramref name="scale"/> times <paramref name="x"/> to <paramref name="into"/>, which is at least as long.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddScaled(ReadOnlySpan<float> x, float scale, Span<float> into)
    {
        ref var from = ref MemoryMarshal.GetReference(x);
        ref var to = ref MemoryMarshal.GetReference(into[..x.Length]);
        var scales = Vector256.Create(scale);
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            (Vector256.LoadUnsafe(ref to, (nuint)i) + (Vector256.LoadUnsafe(ref from, (nuint)i) * scales)).StoreUnsafe(ref to, (nuint)i);
        for (; i < x.Length; i++) into[i] += x[i] * scale;
    }

    /// <summary>The inner product of two vectors of one length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Dot(ReadOnlySpan<float> x, ReadOnlySpan<float> y)
    {
        ref var left = ref MemoryMarshal.GetReference(x);
        ref var right = ref MemoryMarshal.GetReference(y[..x.Length]);
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i <= x.Length - Lanes; i += Lanes)
            sums += Vector256.LoadUnsafe(ref left, (nuint)i) * Vector256.LoadUnsafe(ref right, (nuint)i);
        var sum = Sum(sums);
        for (; i < x.Length; i++) sum += x[i] * y[i];
        return sum;
    }

    /// <summary>The sum of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector256<float> numbers)
    {
        var halves = numbers.GetLower() + numbers.GetUpper();
        return halves[0] + halves[1] + (halves[2] + halves[3]);
    }

    /// <summary>The sum of numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Sum(ReadOnlySpan<float> numbers)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        var sums = Vector256<float>.Zero;
        var i = 0;
        for (; i <= numbers.Length - Lanes; i += Lanes) sums += Vector256.LoadUnsafe(ref from, (nuint)i);
        var sum = Sum(sums);
        for (; i < numbers.Length; i++) sum += numbers[i];
        return sum;
    }

    /// <summary>The greatest of numbers, of which there is at least one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static float Most(ReadOnlySpan<float> numbers)
    {
        ref var from = ref MemoryMarshal.GetReference(numbers);
        var greatest = Vector256.Create(numbers[0]);
        var i = 0;
        for (; i <= numbers.Length - Lanes; i += Lanes) greatest = Vector256.MaxNative(greatest, Vector256.LoadUnsafe(ref from, (nuint)i));
        var most = Numerics.Lanes.Most(greatest);
        for (; i < numbers.Length; i++) most = numbers[i] > most ? numbers[i] : most;
        return most;
    }

    /// <summary>The logarithm of the sum of the numbers' powers of e.</summary>
    public static float LogSum(ReadOnlySpan<float> numbers)
    {
        Span<float> powers = stackalloc float[numbers.Length];
        var most = Most(numbers);
        Exponential.Of(numbers, most, powers);
        return most + (float)Logarithm.Of(Sum(powers));
    }

    /// <summary>Turns scores into probabilities, in place.</summary>
    public static void SoftMax(Span<float> scores)
    {
        var most = float.NegativeInfinity;
        foreach (var score in scores) most = MathF.Max(most, score);
        Exponential.Of(scores, most, scores);
        var sum = 0f;
        foreach (var score in scores) sum += score;
        for (var i = 0; i < scores.Length; i++) scores[i] /= sum;
    }

    /// <summary>e to the power of <paramref name="x"/>, within 2e-7 of it, relatively: the argument's reduction by ln 2 and a polynomial, as in Cephes' <c>expf</c>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Exp(float x)
    {
        if (x < -87f) return 0;
        if (x > 88f) x = 88f;
        var power = MathF.Floor((x * 1.44269504088896341f) + 0.5f);
        x -= power * 0.693359375f;
        x -= power * -2.12194440e-4f;
        var y = 1.9875691500e-4f;
        y = (y * x) + 1.3981999507e-3f;
        y = (y * x) + 8.3334519073e-3f;
        y = (y * x) + 4.1665795894e-2f;
        y = (y * x) + 1.6666665459e-1f;
        y = (y * x) + 5.0000001201e-1f;
        y = (y * x * x) + x + 1f;
        return y * BitConverter.Int32BitsToSingle(((int)power + 127) << 23);
    }
}
