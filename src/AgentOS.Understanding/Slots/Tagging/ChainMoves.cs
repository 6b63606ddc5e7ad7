using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What one slot after another is worth: directly, or with words outside between them (the slot last seen is remembered over
/// them; none at all has the number of outside). Also what going on within a slot is worth.
/// </summary>
internal sealed class ChainMoves(int width)
{
    public const int Continuing = 4;

    public int Width { get; } = width;

    /// <summary>From a slot (row) to what begins or to outside (column) at the very next token.</summary>
    public float[] Direct { get; } = new float[width * width];

    /// <summary>From outside, with the slot last seen (row), to what begins or to outside (column).</summary>
    public float[] Later { get; } = new float[width * width];

    /// <summary>Four rows: first to inner, inner to inner, first to last, inner to last token.</summary>
    public float[] Within { get; } = new float[Continuing * width];

    public ReadOnlySpan<float> Row(float[] table, int row) => table.AsSpan(row * Width, Width);

    public void Write(BinaryWriter writer)
    {
        foreach (var table in (ReadOnlySpan<float[]>)[Direct, Later, Within])
            foreach (var score in table) writer.Write(score);
    }

    public static ChainMoves Read(BinaryReader reader, int width)
    {
        var moves = new ChainMoves(width);
        foreach (var table in (ReadOnlySpan<float[]>)[moves.Direct, moves.Later, moves.Within])
            for (var i = 0; i < table.Length; i++) table[i] = reader.ReadSingle();
        return moves;
    }

    /// <summary>e to the power of every score.</summary>
    public void Exponentiate(ChainMoves into)
    {
        Exponential.Of(Direct, 0, into.Direct);
        Exponential.Of(Later, 0, into.Later);
        Exponential.Of(Within, 0, into.Within);
    }
}
