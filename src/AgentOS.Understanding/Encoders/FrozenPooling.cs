using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>What <see cref="Pooling"/> does, of a single utterance and with nothing kept for learning.</summary>
internal sealed class FrozenPooling(ReadOnlySpan<float> query)
{
    private readonly float[] query = query.ToArray();

    /// <summary>Writes three rows: of each number the most, the mean, and the mean in which attention weighs the words.</summary>
    /// <param name="rows">The words' rows, one after another.</param>
    /// <param name="shares">Room for a number for each word, of which there is at least one.</param>
    /// <param name="into">Where to.</param>
    /// <param name="at">From where on.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Pool(float[] rows, Span<float> shares, float[] into, int at)
    {
        var width = query.Length;
        for (var k = 0; k < shares.Length; k++) shares[k] = FixedOrder.Dot(rows.AsSpan(k * width, width), query);
        FixedOrder.SoftMax(shares);
        var share = Vector256.Create(1f / shares.Length);
        for (var d = 0; d < width; d += Lanes.Count)
        {
            var most = Lanes.At(rows, d);
            var (sum, weighed) = (most, most * shares[0]);
            for (var k = 1; k < shares.Length; k++)
            {
                var next = Lanes.At(rows, (k * width) + d);
                most = Vector256.MaxNative(most, next);
                sum += next;
                weighed += next * shares[k];
            }

            most.Put(into, at + d);
            (sum * share).Put(into, at + width + d);
            weighed.Put(into, at + (2 * width) + d);
        }
    }
}
