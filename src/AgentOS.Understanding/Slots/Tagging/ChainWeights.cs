using System.Runtime.CompilerServices;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>A feature's weights, only for the outputs that it was seen with; and the moves' weights.</summary>
internal sealed class ChainWeights(int[] starts, ushort[] outputs, int width)
{
    private readonly Cell[] cells = [.. outputs.Select(o => new Cell { Output = o })];

    public ChainMoves Moves { get; } = new(width);

    public ReadOnlySpan<Cell> Cells => cells;

    public ChainWeights Empty() => new(starts, outputs, Moves.Width);

    /// <summary>Adds a feature's weights, so many times, to a token's scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddTo(Span<float> scores, int feature, float times)
    {
        foreach (ref readonly var cell in Of(feature)) scores[cell.Output] += cell.Value * times;
    }

    /// <summary>A feature's weights.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<Cell> Of(int feature) => cells.AsSpan(starts[feature]..starts[feature + 1]);

    /// <summary>Adds all of another's weights, so many times.</summary>
    public void Add(ChainWeights other, float times)
    {
        for (var i = 0; i < cells.Length; i++) cells[i].Value += other.cells[i].Value * times;
        Add(Moves.Direct, other.Moves.Direct, times);
        Add(Moves.Later, other.Moves.Later, times);
        Add(Moves.Within, other.Moves.Within, times);
    }

    private static void Add(float[] into, float[] from, float times) => Numerics.FixedOrder.AddScaled(from, times, into);

    /// <summary>One weight.</summary>
    internal struct Cell
    {
        /// <summary>What it is for.</summary>
        public int Output;

        public float Value;

        /// <summary>The sum of its slopes' squares so far.</summary>
        public float Squares;
    }
}
