using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Each word with its two neighbours: the three rows lie side by side in memory, so that all of it is one product of matrices; below zero nothing passes.</summary>
internal sealed class Convolution(WeightPlan plan, int input, int width) : TokenLayer
{
    private const int Reach = 3;
    private readonly int matrix = plan.Take(Reach * input * width, MathF.Sqrt(2f / (Reach * input)));
    private readonly int bias = plan.Take(width);
    private float[] output = [], passed = [], flipped = [], inputGradient = [];

    public override int Width => width;

    public override float[] Output => output;

    /// <summary>What a word gives, for each number that it has: to the next word, to itself, to the word before it.</summary>
    public float[] Gifts(float[] weights)
    {
        var gifts = new float[input * Reach * width];
        for (var place = 0; place < Reach; place++)
            for (var i = 0; i < input; i++)
                weights.AsSpan(matrix + (((place * input) + i) * width), width).CopyTo(gifts.AsSpan((i * Reach * width) + (place * width)));
        return gifts;
    }

    /// <summary>What every word begins with.</summary>
    public ReadOnlySpan<float> Bias(float[] weights) => weights.AsSpan(bias, width);

    public override void Forward(EncoderBatch batch, float[] weights, float[] rows)
    {
        Lanes.Reserve(ref output, batch.Rows * width);
        MatrixProduct.Multiply(batch.Rows - 2, width, Reach * input, rows, new(input), weights.AsSpan(matrix), output.AsSpan(width));
        for (var row = 0; row < batch.Rows; row++)
        {
            if (batch.IsWord(row)) Rectify(weights, row * width);
            else output.AsSpan(row * width, width).Clear();
        }
    }

    public override float[] Back(EncoderBatch batch, float[] weights, float[] gradients, float[] rows, float[] outputGradient)
    {
        Lanes.Reserve(ref passed, batch.Rows * width);
        Lanes.Reserve(ref inputGradient, batch.Rows * input);
        for (var row = 0; row < batch.Rows; row++)
        {
            if (batch.IsWord(row)) Pass(outputGradient, gradients, row * width);
            else passed.AsSpan(row * width, width).Clear();
        }

        MatrixProduct.Multiply(Reach * input, width, batch.Rows - 2, rows, new(1, input), passed.AsSpan(width), gradients.AsSpan(matrix), add: true);
        Flip(weights);
        MatrixProduct.Multiply(batch.Rows - 2, input, Reach * width, passed, new(width), flipped, inputGradient.AsSpan(input));
        for (var row = 0; row < batch.Rows; row++)
            if (!batch.IsWord(row)) inputGradient.AsSpan(row * input, input).Clear();
        return inputGradient;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Rectify(float[] weights, int at)
    {
        for (var i = 0; i < width; i += Lanes.Count)
            Vector256.Max(Lanes.At(output, at + i) + Lanes.At(weights, bias + i), Vector256<float>.Zero).Put(output, at + i);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Pass(float[] outputGradient, float[] gradients, int at)
    {
        for (var i = 0; i < width; i += Lanes.Count)
        {
            var open = Vector256.GreaterThan(Lanes.At(output, at + i), Vector256<float>.Zero);
            var through = Vector256.ConditionalSelect(open, Lanes.At(outputGradient, at + i), Vector256<float>.Zero);
            through.Put(passed, at + i);
            through.AddTo(gradients, bias + i);
        }
    }

    /// <summary>The way back is a convolution too, with each of the three matrices transposed and their order turned round.</summary>
    private void Flip(float[] weights)
    {
        Lanes.Reserve(ref flipped, Reach * input * width);
        for (var i = 0; i < Reach; i++)
            MatrixProduct.Transpose(weights.AsSpan(matrix + (i * input * width)), input, width, flipped.AsSpan((Reach - 1 - i) * input * width));
    }
}
