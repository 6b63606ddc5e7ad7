using AgentOS.Understanding.Numerics;

namespace AgentOS.Understanding.Encoders;

/// <summary>The first rows of a network: the sum of each word's own embedding, those of its runs of letters and those of what the lexicon knows of it.</summary>
internal sealed class WordEmbedding(int width)
{
    private float[] output = [];
    private int[] wordRows = [];
    private Seen[] seen = [];

    [Flags]
    private enum Seen : byte
    {
        None = 0,
        Pieces = 1,
        Classes = 2,
    }

    public float[] Output => output;

    /// <param name="batch">The utterances.</param>
    /// <param name="weights">The embeddings.</param>
    /// <param name="settings">How often something is hidden while learning.</param>
    /// <param name="random">Decides it; <see langword="null"/> when not learning.</param>
    public void Forward(EncoderBatch batch, EncoderWeights weights, EncoderSettings settings, Random? random)
    {
        Lanes.Reserve(ref output, batch.Rows * width);
        if (wordRows.Length < batch.Rows) (wordRows, seen) = (new int[batch.Rows * 2], new Seen[batch.Rows * 2]);
        output.AsSpan(0, batch.Rows * width).Clear();
        for (var i = 0; i < batch.Count; i++)
        {
            var (words, classes) = (batch[i].Words, batch[i].Classes);
            for (var k = 0; k < words.Length; k++)
            {
                var row = batch.Start(i) + k;
                (wordRows[row], seen[row]) = (words[k].Row, Seen.Pieces | Seen.Classes);
                if (random is not null) Hide(row, words[k], settings, random);
                var sum = output.AsSpan(row * width, width);
                FixedOrder.AddScaled(weights.Words.Row(wordRows[row]), 1, sum);
                if (seen[row].HasFlag(Seen.Pieces)) Add(weights.Pieces, words[k].Pieces, sum);
                if (seen[row].HasFlag(Seen.Classes)) Add(weights.Classes, classes[k], sum);
            }
        }
    }

    public void Back(EncoderBatch batch, EncoderWeights weights, float[] gradient)
    {
        for (var i = 0; i < batch.Count; i++)
        {
            var (words, classes) = (batch[i].Words, batch[i].Classes);
            for (var k = 0; k < words.Length; k++)
            {
                var row = batch.Start(i) + k;
                var own = gradient.AsSpan(row * width, width);
                weights.Words.AddGradient(wordRows[row], own, 1);
                if (seen[row].HasFlag(Seen.Pieces)) AddGradient(weights.Pieces, words[k].Pieces, own);
                if (seen[row].HasFlag(Seen.Classes)) AddGradient(weights.Classes, classes[k], own);
            }
        }
    }

    /// <summary>The embedding of a single word, with nothing hidden.</summary>
    public static float[] Of(EncodedWord word, int[] classes, EncoderWeights weights)
    {
        var sum = weights.Words.Row(word.Row).ToArray();
        Add(weights.Pieces, word.Pieces, sum);
        Add(weights.Classes, classes, sum);
        return sum;
    }

    private void Hide(int row, EncodedWord word, EncoderSettings settings, Random random)
    {
        if (word.Row > 0)
        {
            var rare = settings.RareWordDropout / (settings.RareWordDropout + word.Count);
            if (random.NextSingle() < rare + settings.WordDropout) wordRows[row] = 0;
            else if (random.NextSingle() < settings.PieceDropout) seen[row] &= ~Seen.Pieces;
        }

        if (random.NextSingle() < settings.ClassDropout) seen[row] &= ~Seen.Classes;
    }

    private static void Add(EmbeddingTable table, int[] rows, Span<float> sum)
    {
        foreach (var row in rows) FixedOrder.AddScaled(table.Row(row), Share(rows), sum);
    }

    private static void AddGradient(EmbeddingTable table, int[] rows, ReadOnlySpan<float> gradient)
    {
        foreach (var row in rows) table.AddGradient(row, gradient, Share(rows));
    }

    private static float Share(int[] rows) => 1 / MathF.Sqrt(rows.Length);
}
