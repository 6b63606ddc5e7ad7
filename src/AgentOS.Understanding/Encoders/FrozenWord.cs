using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// A word as a network that has learnt sees it: its embedding, and what the convolution makes of it for the next word, for itself and for the word before it,
/// side by side. As short integers, since there are many words.
/// </summary>
internal sealed class FrozenWord
{
    /// <summary>For how many words it gives something.</summary>
    private const int Reach = 3;

    /// <summary>Short integers in a line of memory.</summary>
    private const int Line = 32;

    private readonly short[] values;
    private readonly int gifts;
    private readonly float embeddingScale, giftScale;

    public FrozenWord(ReadOnlySpan<float> embedding, ReadOnlySpan<float> given)
    {
        (values, gifts) = (new short[embedding.Length + given.Length], embedding.Length);
        embeddingScale = ShortIntegers.Of(embedding, values);
        giftScale = ShortIntegers.Of(given, values.AsSpan(gifts));
    }

    /// <summary>Reads of every line, so that all are on their way; what it returns means nothing.</summary>
    public int Ask()
    {
        var read = 0;
        for (var i = 0; i < values.Length; i += Line) read ^= values[i];
        return read;
    }

    /// <summary>Writes its embedding.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Embed(float[] into, int at)
    {
        var scale = Vector256.Create(embeddingScale);
        for (var i = 0; i < gifts; i += Lanes.Count) (Eight(i) * scale).Put(into, at + i);
    }

    /// <summary>Writes a word's row from what it and its neighbours give; below zero nothing passes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Meet(FrozenWord? before, FrozenWord word, FrozenWord? after, float[] into)
    {
        var width = (word.values.Length - word.gifts) / Reach;
        var scale = Vector256.Create(word.giftScale);
        var (left, right) = (Vector256.Create(before?.giftScale ?? 0), Vector256.Create(after?.giftScale ?? 0));
        (before, after) = (before ?? word, after ?? word);
        for (var i = 0; i < width; i += Lanes.Count)
        {
            var sum = (before.Eight(word.gifts + i) * left) + (word.Eight(word.gifts + width + i) * scale) + (after.Eight(word.gifts + (2 * width) + i) * right);
            Vector256.MaxNative(sum, Vector256<float>.Zero).Put(into, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<float> Eight(int at) => Lanes.FromIntegers(ref MemoryMarshal.GetArrayDataReference(values), (nuint)at);
}
