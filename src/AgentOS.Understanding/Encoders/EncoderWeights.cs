using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>Everything a network has learnt.</summary>
/// <param name="Words">Embeddings of words.</param>
/// <param name="Pieces">Embeddings of runs of letters.</param>
/// <param name="Classes">Embeddings of the lexicon's classes.</param>
/// <param name="Dense">The layers' weights.</param>
internal sealed record EncoderWeights(EmbeddingTable Words, EmbeddingTable Pieces, EmbeddingTable Classes, float[] Dense)
{
    private const float FirstEmbeddings = 0.1f;

    public static EncoderWeights Random(int words, int pieces, int classes, int width, WeightPlan plan, Random random)
    {
        var weights = Empty(words, pieces, classes, width, plan.Count);
        foreach (var table in weights.Tables) WeightPlan.Fill(table.Values, FirstEmbeddings, random);
        plan.Fill(weights.Dense, random);
        return weights;
    }

    public EmbeddingTable[] Tables => [Words, Pieces, Classes];

    public void Write(BinaryWriter writer)
    {
        foreach (var table in Tables) Write(writer, table.Values);
        Write(writer, Dense);
    }

    public static EncoderWeights Read(BinaryReader reader, int words, int pieces, int classes, int width, WeightPlan plan)
    {
        var weights = Empty(words, pieces, classes, width, plan.Count);
        foreach (var table in weights.Tables) Read(reader, table.Values);
        Read(reader, weights.Dense);
        return weights;
    }

    /// <summary>Ends the training: rounds as <see cref="Write(BinaryWriter)"/> does, so that a model answers alike before and after it is saved.</summary>
    public void Freeze()
    {
        foreach (var table in Tables)
        {
            table.Freeze();
            Round(table.Values);
        }

        Round(Dense);
    }

    private static EncoderWeights Empty(int words, int pieces, int classes, int width, int dense) =>
        new(new EmbeddingTable(words, width), new EmbeddingTable(pieces, width), new EmbeddingTable(classes, width), new float[Lanes.Round(dense)]);

    private static void Round(Span<float> values)
    {
        foreach (ref var value in values) value = (float)(Half)value;
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<float> values)
    {
        foreach (var value in values) writer.Write((Half)value);
    }

    private static void Read(BinaryReader reader, Span<float> values)
    {
        foreach (ref var value in values) value = (float)reader.ReadHalf();
    }
}
