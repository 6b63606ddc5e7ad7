using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// An <see cref="EncoderNetwork"/> that has learnt, for single utterances: the same layers over <see cref="FrozenWeights"/>.
/// Holds what it computed last but no weights; for one thread.
/// </summary>
internal sealed class FrozenNetwork(FrozenNetwork.Layers layers, NameParts intents, SlotLabels labels)
{
    private readonly IntegerRows near = new(layers.Convolution.Width), read = new(layers.Recurrence.Width), pooled = new(layers.Words.Pooling.Width + layers.Read.Pooling.Width);
    private readonly float[] pools = new float[layers.Words.Pooling.Width + layers.Read.Pooling.Width];
    private float[] embedded = [], local = [], mapped = [], output = [], shares = [], labelled = [], scored = [];

    /// <summary>Lays weights out.</summary>
    public FrozenWeights Freeze(EncoderWeights weights)
    {
        var dense = weights.Dense;
        var width = Lanes.Round(intents.Classes);
        var bias = Spread(layers.Words.Linear.Bias(dense), width);
        FixedOrder.AddScaled(Spread(layers.Read.Linear.Bias(dense), width), 1, bias);
        return new FrozenWeights
        {
            Embeddings = weights,
            Gifts = layers.Convolution.Gifts(dense),
            LocalBias = layers.Convolution.Bias(dense).ToArray(),
            Recurrence = layers.Recurrence.Freeze(dense),
            OfWords = layers.Words.Pooling.Freeze(dense),
            OfRead = layers.Read.Pooling.Freeze(dense),
            Intents = new PackedMatrix([.. Spread(layers.Words.Linear.Matrix(dense), width), .. Spread(layers.Read.Linear.Matrix(dense), width)], width),
            IntentBias = bias,
            Labels = labels.Outside > 0 ? new PackedMatrix(layers.Labels.Matrix(dense), layers.Labels.Width) : null,
            LabelBias = layers.Labels.Bias(dense).ToArray(),
        };
    }

    /// <summary>Adds the logarithms of the probabilities of an utterance's intents, and its words' scores if there are slots and they are wanted.</summary>
    public void AddScores(ReadOnlySpan<FrozenWord> words, FrozenWeights weights, Span<float> intentScores, Span<float> labelScores)
    {
        Reserve(words.Length, weights);
        var width = weights.Embeddings.Words.Width;
        for (var k = 0; k < words.Length; k++)
        {
            words[k].Embed(embedded, k * width);
            FrozenWord.Meet(k > 0 ? words[k - 1] : null, words[k], k < words.Length - 1 ? words[k + 1] : null, local);
            near.Set(k, local, 0);
        }

        weights.Recurrence.Read(words.Length, near, mapped, output);
        weights.OfWords.Pool(embedded, shares.AsSpan(0, words.Length), pools, 0);
        weights.OfRead.Pool(output, shares.AsSpan(0, words.Length), pools, layers.Words.Pooling.Width);
        AddIntents(weights, intentScores);
        if (weights.Labels is not null && !labelScores.IsEmpty) AddLabels(words.Length, weights.Labels, weights.LabelBias, labelScores);
    }

    private void Reserve(int words, FrozenWeights weights)
    {
        Lanes.Reserve(ref embedded, words * weights.Embeddings.Words.Width);
        Lanes.Reserve(ref local, layers.Convolution.Width);
        Lanes.Reserve(ref mapped, weights.Recurrence.Between(words));
        Lanes.Reserve(ref output, words * layers.Recurrence.Width);
        Lanes.Reserve(ref shares, words);
        near.Reserve(words);
    }

    private void AddIntents(FrozenWeights weights, Span<float> scores)
    {
        Lanes.Reserve(ref scored, weights.Intents.Width);
        pooled.Reserve(1);
        pooled.Set(0, pools, 0);
        weights.Intents.Multiply(1, pooled, scored);
        var own = scored.AsSpan(0, intents.Classes);
        FixedOrder.AddScaled(weights.IntentBias.AsSpan(0, own.Length), 1, own);
        var total = FixedOrder.LogSum(own);
        for (var i = 0; i < own.Length; i++) scores[i] += own[i] - total;
    }

    private void AddLabels(int count, PackedMatrix matrix, float[] bias, Span<float> scores)
    {
        Lanes.Reserve(ref labelled, PackedMatrix.Rounded(count) * matrix.Width);
        read.Reserve(count);
        for (var k = 0; k < count; k++) read.Set(k, output, k * read.Width);
        matrix.Multiply(count, read, labelled);
        for (var k = 0; k < count; k++)
        {
            var own = scores.Slice(k * labels.Outputs, labels.Outputs);
            FixedOrder.AddScaled(labelled.AsSpan(k * matrix.Width, own.Length), 1, own);
            FixedOrder.AddScaled(bias.AsSpan(0, own.Length), 1, own);
        }
    }

    private float[] Spread(ReadOnlySpan<float> rows, int width) => intents.Spread(rows, layers.Words.Width, width);

    /// <summary>The layers, in the order in which they are passed.</summary>
    internal sealed record Layers(Convolution Convolution, Recurrence Recurrence, IntentHead Words, IntentHead Read, LinearHead Labels);
}
