using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// An <see cref="EncoderNetwork"/> that has learnt, for single utterances: the same layers over <see cref="FrozenWeights"/>.
/// Holds what it computed last but no weights; for one thread.
/// </summary>
internal sealed class FrozenNetwork(FrozenNetwork.Layers layers, NameParts intents, SlotLabels labels)
{
    private readonly LabelLoss labelLoss = new(labels);
    private readonly EncoderBatch batch = new();
    private float[] embedded = [], pooled = [], labelled = [];

    private Pooling OfWords => layers.Words.Pooling;

    private Pooling OfRead => layers.Read.Pooling;

    /// <summary>Lays weights out.</summary>
    public FrozenWeights Freeze(EncoderWeights weights)
    {
        var width = (intents.Classes + WeightedRows.Step - 1) / WeightedRows.Step * WeightedRows.Step;
        var bias = Spread(layers.Words.Linear.Bias(weights.Dense), width);
        FixedOrder.AddScaled(Spread(layers.Read.Linear.Bias(weights.Dense), width), 1, bias);
        return new FrozenWeights
        {
            Embeddings = weights,
            Gifts = layers.Convolution.Gifts(weights.Dense),
            Recurrence = layers.Recurrence.Pack(weights.Dense),
            Intents = PackedRows.Of([.. Spread(layers.Words.Linear.Matrix(weights.Dense), width), .. Spread(layers.Read.Linear.Matrix(weights.Dense), width)], width),
            IntentBias = bias,
            Labels = labels.Outside > 0 ? new PackedMatrix(layers.Labels.Matrix(weights.Dense), layers.Labels.Width) : null,
        };
    }

    /// <summary>Adds the logarithms of the probabilities of an utterance's intents, and its words' scores if there are slots and they are wanted.</summary>
    public void AddScores(ReadOnlySpan<FrozenWord> words, FrozenWeights weights, Span<float> intentScores, Span<float> labelScores)
    {
        var dense = weights.Embeddings.Dense;
        var embedding = weights.Embeddings.Words.Width;
        batch.Set(words.Length);
        Lanes.Reserve(ref embedded, batch.Rows * embedding);
        for (var k = 0; k < words.Length; k++) words[k].Embedding.CopyTo(embedded.AsSpan((k + 1) * embedding));
        layers.Recurrence.Forward(batch, dense, weights.Recurrence, layers.Convolution.Forward(words, dense));
        OfWords.Forward(batch, dense, embedded);
        OfRead.Forward(batch, dense, layers.Recurrence.Output);
        AddIntents(weights, intentScores);
        if (weights.Labels is not null && !labelScores.IsEmpty) AddLabels(words.Length, weights.Labels, layers.Labels.Bias(dense), labelScores);
    }

    private void AddIntents(FrozenWeights weights, Span<float> scores)
    {
        Lanes.Reserve(ref pooled, OfWords.Width + OfRead.Width);
        OfWords.Output.AsSpan(0, OfWords.Width).CopyTo(pooled);
        OfRead.Output.AsSpan(0, OfRead.Width).CopyTo(pooled.AsSpan(OfWords.Width));
        Span<float> own = stackalloc float[weights.IntentBias.Length];
        weights.IntentBias.CopyTo(own);
        weights.Intents.Add(pooled.AsSpan(0, OfWords.Width + OfRead.Width), own);
        IntentLoss.LogSoftMax(own[..intents.Classes]);
        FixedOrder.AddScaled(own[..intents.Classes], 1, scores);
    }

    private void AddLabels(int count, PackedMatrix matrix, ReadOnlySpan<float> bias, Span<float> scores)
    {
        Lanes.Reserve(ref labelled, PackedMatrix.Rounded(count) * matrix.Width);
        matrix.Multiply(count, layers.Recurrence.Output.AsSpan(layers.Recurrence.Width), labelled);
        for (var k = 0; k < count; k++)
        {
            var own = labelled.AsSpan(k * matrix.Width, labels.Outputs);
            FixedOrder.AddScaled(bias, 1, own);
            labelLoss.Normalise(own);
            FixedOrder.AddScaled(own, 1, scores.Slice(k * labels.Outputs, labels.Outputs));
        }
    }

    private float[] Spread(ReadOnlySpan<float> rows, int width) => intents.Spread(rows, layers.Words.Width, width);

    /// <summary>The layers, in the order in which they are passed.</summary>
    internal sealed record Layers(Convolution Convolution, Recurrence Recurrence, IntentHead Words, IntentHead Read, LinearHead Labels);
}
