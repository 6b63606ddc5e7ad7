using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace AgentOS.Understanding.Numerics;

/// <summary>Eight numbers of an array at a time, for loops over rows whose width is a multiple of eight.</summary>
internal static class Lanes
{
    public const int Count = 8;

    /// <summary>The least multiple of eight that is not less than <paramref name="width"/>.</summary>
    public static int Round(int width) => (width + Count - 1) / Count * Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> At(float[] array, int index) => Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(this Vector256<float> lanes, float[] array, int index) => lanes.StoreUnsafe(ref MemoryMarshal.GetArrayDataReference(array), (nuint)index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void AddTo(this Vector256<float> lanes, float[] array, int index) => (At(array, index) + lanes).Put(array, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Sigmoid(Vector256<float> x) => Vector256<float>.One / (Vector256<float>.One + Exponential.Of(-x));

    /// <summary>Eight small integers as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromIntegers(ref sbyte from, nuint at)
    {
        if (Avx2.IsSupported)
        {
            var bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref from, at)))).AsSByte();
            return Vector256.ConvertToSingle(Avx2.ConvertToVector256Int32(bytes));
        }

        var shorts = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref from, at)))).AsSByte());
        return Vector256.ConvertToSingle(Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts)));
    }

    /// <summary>The greatest of eight numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Most(Vector256<float> numbers)
    {
        var most = Vector128.MaxNative(numbers.GetLower(), numbers.GetUpper());
        most = Vector128.MaxNative(most, Vector128.Shuffle(most, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(most, Vector128.Shuffle(most, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <summary>Eight short integers as longer ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Widened(Vector128<short> shorts) =>
        Avx2.IsSupported ? Avx2.ConvertToVector256Int32(shorts) : Vector256.Create(Vector128.WidenLower(shorts), Vector128.WidenUpper(shorts));

    /// <summary>Eight integers of sixteen bits as numbers.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> FromIntegers(ref short from, nuint at) => Vector256.ConvertToSingle(Widened(Vector128.LoadUnsafe(ref from, at)));

    /// <summary>Makes room for <paramref name="count"/> numbers; what was there may be lost.</summary>
    public static void Reserve(ref float[] array, int count)
    {
        if (array.Length < count) array = new float[count + (count / 2)];
    }
}
