using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Scores from rows of numbers, each a weighted sum.</summary>
internal sealed class LinearHead(WeightPlan plan, int input, int width)
{
    private readonly int matrix = plan.Take(input * width, MathF.Sqrt(1f / input));
    private readonly int bias = plan.Take(width);
    private float[] output = [], transposed = [], inputGradient = [];

    /// <summary>The scores, which a loss turns into its gradients.</summary>
    public float[] Output => output;

    public int Width => width;

    public ReadOnlySpan<float> Matrix(float[] weights) => weights.AsSpan(matrix, input * width);

    public ReadOnlySpan<float> Bias(float[] weights) => weights.AsSpan(bias, width);

    public void Forward(int count, float[] weights, ReadOnlySpan<float> rows)
    {
        Lanes.Reserve(ref output, count * width);
        MatrixProduct.Multiply(count, width, input, rows, new(input), weights.AsSpan(matrix), output);
        for (var row = 0; row < count; row++) FixedOrder.AddScaled(weights.AsSpan(bias, width), 1, output.AsSpan(row * width, width));
    }

    /// <summary>Adds the weights' gradients and returns that of the rows, where <see cref="Output"/> holds that of the scores.</summary>
    public float[] Back(int count, float[] weights, float[] gradients, ReadOnlySpan<float> rows)
    {
        Lanes.Reserve(ref inputGradient, count * input);
        Lanes.Reserve(ref transposed, input * width);
        for (var row = 0; row < count; row++) FixedOrder.AddScaled(output.AsSpan(row * width, width), 1, gradients.AsSpan(bias, width));
        MatrixProduct.Multiply(input, width, count, rows, new(1, input), output, gradients.AsSpan(matrix), add: true);
        MatrixProduct.Transpose(weights.AsSpan(matrix, input * width), input, width, transposed);
        MatrixProduct.Multiply(count, input, width, output, new(width), transposed, inputGradient);
        return inputGradient;
    }
}
