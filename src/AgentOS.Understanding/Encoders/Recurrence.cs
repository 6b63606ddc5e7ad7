using System.Runtime.CompilerServices;
using AgentOS.Understanding.Numerics;
using Eight = System.Runtime.Intrinsics.Vector256<float>;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// Reads an utterance forwards and backwards with a simple recurrent unit (Lei et al., 2018): what is kept in memory and what is shown of it
/// is decided by gates that see the word and, number by number, the memory, so that all products of matrices are done for many words at once.
/// </summary>
internal sealed class Recurrence(WeightPlan plan, int input, int memory) : TokenLayer
{
    /// <summary>What is computed of each word and direction: what to remember, the gate of forgetting, the gate of showing, what to show instead.</summary>
    public const int Parts = 4;

    private readonly int matrix = plan.Take(input * 2 * Parts * memory, MathF.Sqrt(1f / input));
    private readonly int forgetBias = plan.Take(2 * memory);
    private readonly int showBias = plan.Take(2 * memory);
    private readonly int forgetMemory = plan.Take(2 * memory, 0.1f);
    private readonly int showMemory = plan.Take(2 * memory, 0.1f);
    private float[] output = [], mapped = [], memories = [], forgets = [], shows = [], mappedGradient = [], transposed = [], inputGradient = [];

    public override int Width => 2 * memory;

    public override float[] Output => output;

    private int Mapped => 2 * Parts * memory;

    public override void Forward(EncoderBatch batch, float[] weights, float[] rows)
    {
        Reserve(batch.Rows);
        MatrixProduct.Multiply(batch.Rows - 2, Mapped, input, rows.AsSpan(input), new(input), weights.AsSpan(matrix), mapped.AsSpan(Mapped));
        Read(batch, weights);
    }

    /// <summary>The weights laid out to read single utterances.</summary>
    public FrozenRecurrence Freeze(float[] weights) => new(
        weights.AsSpan(matrix, input * Mapped),
        memory,
        [.. weights.AsSpan(forgetBias, 2 * memory), .. weights.AsSpan(showBias, 2 * memory), .. weights.AsSpan(forgetMemory, 2 * memory), .. weights.AsSpan(showMemory, 2 * memory)]);

    private void Reserve(int rows)
    {
        Lanes.Reserve(ref mapped, rows * Mapped);
        Lanes.Reserve(ref output, rows * Width);
        Lanes.Reserve(ref memories, rows * Width);
        Lanes.Reserve(ref forgets, rows * Width);
        Lanes.Reserve(ref shows, rows * Width);
    }

    private void Read(EncoderBatch batch, float[] weights)
    {
        output.AsSpan(0, batch.Rows * Width).Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            for (var lane = 0; lane < memory; lane += Lanes.Count)
            {
                Read(weights, batch.Start(i), batch.Length(i), 1, lane, 0);
                Read(weights, batch.Start(i) + batch.Length(i) - 1, batch.Length(i), -1, lane, 1);
            }
        }
    }

    public override float[] Back(EncoderBatch batch, float[] weights, float[] gradients, float[] rows, float[] outputGradient)
    {
        Lanes.Reserve(ref mappedGradient, batch.Rows * Mapped);
        Lanes.Reserve(ref inputGradient, batch.Rows * input);
        Lanes.Reserve(ref transposed, input * Mapped);
        mappedGradient.AsSpan(0, batch.Rows * Mapped).Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            for (var lane = 0; lane < memory; lane += Lanes.Count)
            {
                Unread(weights, gradients, outputGradient, batch.Start(i), batch.Length(i), 1, lane, 0);
                Unread(weights, gradients, outputGradient, batch.Start(i) + batch.Length(i) - 1, batch.Length(i), -1, lane, 1);
            }
        }

        MatrixProduct.Multiply(input, Mapped, batch.Rows - 2, rows.AsSpan(input), new(1, input), mappedGradient.AsSpan(Mapped), gradients.AsSpan(matrix), add: true);
        MatrixProduct.Transpose(weights.AsSpan(matrix, input * Mapped), input, Mapped, transposed);
        MatrixProduct.Multiply(batch.Rows - 2, input, Mapped, mappedGradient.AsSpan(Mapped), new(Mapped), transposed, inputGradient.AsSpan(input));
        inputGradient.AsSpan(0, input).Clear();
        inputGradient.AsSpan((batch.Rows - 1) * input, input).Clear();
        return inputGradient;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Read(float[] weights, int row, int length, int step, int lane, int direction)
    {
        var unit = (direction * memory) + lane;
        var (forgetBy, showBy) = (Lanes.At(weights, forgetMemory + unit), Lanes.At(weights, showMemory + unit));
        var (forgetAnyway, showAnyway) = (Lanes.At(weights, forgetBias + unit), Lanes.At(weights, showBias + unit));
        var held = Eight.Zero;
        for (var k = 0; k < length; k++, row += step)
        {
            var from = (row * Mapped) + (direction * Parts * memory) + lane;
            var forget = Lanes.Sigmoid(Lanes.At(mapped, from + memory) + (forgetBy * held) + forgetAnyway);
            var show = Lanes.Sigmoid(Lanes.At(mapped, from + (2 * memory)) + (showBy * held) + showAnyway);
            held = (forget * held) + ((Eight.One - forget) * Lanes.At(mapped, from));
            var at = (row * Width) + unit;
            held.Put(memories, at);
            forget.Put(forgets, at);
            show.Put(shows, at);
            ((show * held) + ((Eight.One - show) * Lanes.At(mapped, from + (3 * memory)))).Put(output, at);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Unread(float[] weights, float[] gradients, float[] outputGradient, int first, int length, int step, int lane, int direction)
    {
        var unit = (direction * memory) + lane;
        var (forgetBy, showBy) = (Lanes.At(weights, forgetMemory + unit), Lanes.At(weights, showMemory + unit));
        Eight held = Eight.Zero, forgetSum = Eight.Zero, showSum = Eight.Zero, forgetBySum = Eight.Zero, showBySum = Eight.Zero;
        for (var k = length - 1; k >= 0; k--)
        {
            var row = first + (k * step);
            var from = (row * Mapped) + (direction * Parts * memory) + lane;
            var at = (row * Width) + unit;
            var (forget, show, now, shown) = (Lanes.At(forgets, at), Lanes.At(shows, at), Lanes.At(memories, at), Lanes.At(outputGradient, at));
            var before = k > 0 ? Lanes.At(memories, at - (step * Width)) : Eight.Zero;
            held += shown * show;
            var showing = shown * (now - Lanes.At(mapped, from + (3 * memory))) * show * (Eight.One - show);
            var forgetting = held * (before - Lanes.At(mapped, from)) * forget * (Eight.One - forget);
            (held * (Eight.One - forget)).Put(mappedGradient, from);
            forgetting.Put(mappedGradient, from + memory);
            showing.Put(mappedGradient, from + (2 * memory));
            (shown * (Eight.One - show)).Put(mappedGradient, from + (3 * memory));
            forgetSum += forgetting;
            showSum += showing;
            forgetBySum += forgetting * before;
            showBySum += showing * before;
            held = (held * forget) + (forgetting * forgetBy) + (showing * showBy);
        }

        forgetSum.AddTo(gradients, forgetBias + unit);
        showSum.AddTo(gradients, showBias + unit);
        forgetBySum.AddTo(gradients, forgetMemory + unit);
        showBySum.AddTo(gradients, showMemory + unit);
    }
}
