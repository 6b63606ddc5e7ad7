using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>An utterance's words as one row: of each number the most and the mean over the words, and a mean in which attention weighs the words.</summary>
internal sealed class Pooling(WeightPlan plan, int width)
{
    private readonly int query = plan.Take(width, 0.1f);
    private float[] output = [], attention = [], pulls = [], inputGradient = [];
    private int[] most = [];

    public int Width => 3 * width;

    public float[] Output => output;

    /// <summary>The weights for single utterances.</summary>
    public FrozenPooling Freeze(float[] weights) => new(weights.AsSpan(query, width));

    public void Forward(EncoderBatch batch, float[] weights, float[] rows)
    {
        Lanes.Reserve(ref output, batch.Count * Width);
        Lanes.Reserve(ref attention, batch.Rows);
        if (most.Length < batch.Count * width) most = new int[batch.Count * width];
        for (var i = 0; i < batch.Count; i++)
        {
            var (start, length) = (batch.Start(i), batch.Length(i));
            MostAndMean(rows, start, length, i);
            var shares = attention.AsSpan(start, length);
            var mean = output.AsSpan((i * Width) + (2 * width), width);
            mean.Clear();
            for (var k = 0; k < length; k++) shares[k] = FixedOrder.Dot(Row(rows, start + k), weights.AsSpan(query, width));
            FixedOrder.SoftMax(shares);
            for (var k = 0; k < length; k++) FixedOrder.AddScaled(Row(rows, start + k), shares[k], mean);
        }
    }

    /// <summary>Adds the weights' gradients, and returns that of the rows.</summary>
    public float[] Back(EncoderBatch batch, float[] weights, float[] gradients, float[] rows, float[] outputGradient)
    {
        Lanes.Reserve(ref inputGradient, batch.Rows * width);
        Lanes.Reserve(ref pulls, batch.Rows);
        inputGradient.AsSpan(0, batch.Rows * width).Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            var (start, length, at) = (batch.Start(i), batch.Length(i), i * Width);
            for (var d = 0; d < width; d++) inputGradient[((start + most[(i * width) + d]) * width) + d] += outputGradient[at + d];
            var toMean = outputGradient.AsSpan(at + width, width);
            var toAttended = outputGradient.AsSpan(at + (2 * width), width);
            var pull = 0f;
            for (var k = 0; k < length; k++)
            {
                pulls[k] = FixedOrder.Dot(toAttended, Row(rows, start + k));
                pull += pulls[k] * attention[start + k];
            }

            for (var k = 0; k < length; k++)
            {
                var share = attention[start + k];
                var row = Row(rows, start + k);
                var into = inputGradient.AsSpan((start + k) * width, width);
                var score = share * (pulls[k] - pull);
                FixedOrder.AddScaled(toMean, 1f / length, into);
                FixedOrder.AddScaled(toAttended, share, into);
                FixedOrder.AddScaled(weights.AsSpan(query, width), score, into);
                FixedOrder.AddScaled(row, score, gradients.AsSpan(query, width));
            }
        }

        return inputGradient;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void MostAndMean(float[] rows, int start, int length, int index)
    {
        for (var d = 0; d < width; d += Lanes.Count)
        {
            var greatest = Lanes.At(rows, (start * width) + d);
            var sum = greatest;
            var where = Vector256<int>.Zero;
            for (var k = 1; k < length; k++)
            {
                var next = Lanes.At(rows, ((start + k) * width) + d);
                sum += next;
                var greater = Vector256.GreaterThan(next, greatest);
                greatest = Vector256.ConditionalSelect(greater, next, greatest);
                where = Vector256.ConditionalSelect(greater.AsInt32(), Vector256.Create(k), where);
            }

            greatest.Put(output, (index * Width) + d);
            (sum * (1f / length)).Put(output, (index * Width) + width + d);
            where.CopyTo(most, (index * width) + d);
        }
    }

    private ReadOnlySpan<float> Row(float[] rows, int row) => rows.AsSpan(row * width, width);
}
