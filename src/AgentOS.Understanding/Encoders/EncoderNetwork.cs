using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// Words are embedded, seen with their neighbours, and read in both directions; from what comes out of each word follows what it is within the slots,
/// and from all of them together the intent. Holds what it computed last but no weights, so that each thread has its own beside one set of weights.
/// </summary>
internal sealed class EncoderNetwork
{
    private readonly EncoderSettings settings;
    private readonly SlotLabels labels;
    private readonly int intents;
    private readonly WordEmbedding embedding;
    private readonly TokenLayer[] layers;
    private readonly Pooling pooling;
    private readonly LinearHead intentHead;
    private readonly LinearHead labelHead;
    private readonly LabelLoss labelLoss;

    public EncoderNetwork(EncoderSettings settings, int intents, SlotLabels labels)
    {
        (this.settings, this.intents, this.labels) = (settings, intents, labels);
        embedding = new WordEmbedding(settings.Embedding);
        layers = [new Convolution(Plan, settings.Embedding, settings.Local), new Recurrence(Plan, settings.Local, settings.Memory)];
        pooling = new Pooling(Plan, layers[^1].Width);
        intentHead = new LinearHead(Plan, pooling.Width, Lanes.Round(intents));
        labelHead = new LinearHead(Plan, layers[^1].Width, HasLabels ? labels.Outputs : 0);
        labelLoss = new LabelLoss(labels);
    }

    public WeightPlan Plan { get; } = new();

    private bool HasLabels => labels.Outside > 0;

    /// <summary>Computes the scores of a batch; with <paramref name="noise"/> as it is done while learning.</summary>
    public void Forward(EncoderBatch batch, EncoderWeights weights, EncoderNoise? noise)
    {
        embedding.Forward(batch, weights, settings, noise?.Random);
        noise?.Embedding.Hide(embedding.Output, batch.Rows * settings.Embedding);
        var rows = embedding.Output;
        for (var i = 0; i < layers.Length; i++)
        {
            layers[i].Forward(batch, weights.Dense, rows);
            rows = layers[i].Output;
            noise?.Tokens[i].Hide(rows, batch.Rows * layers[i].Width);
        }

        pooling.Forward(batch, weights.Dense, rows);
        noise?.Sentence.Hide(pooling.Output, batch.Count * pooling.Width);
        intentHead.Forward(batch.Count, weights.Dense, pooling.Output);
        if (HasLabels) labelHead.Forward(batch.Rows, weights.Dense, rows);
    }

    /// <summary>After <see cref="Forward"/>: adds the gradients of what was wrong.</summary>
    public void Back(EncoderBatch batch, EncoderWeights weights, EncoderNoise noise, float[] gradients)
    {
        var share = 1f / batch.Count;
        for (var i = 0; i < batch.Count; i++)
            IntentLoss.Gradient(intentHead.Output.AsSpan(i * intentHead.Width, intentHead.Width), intents, batch[i].Intent, settings.Smoothing, share);
        var rows = layers[^1].Output;
        var sentence = intentHead.Back(batch.Count, weights.Dense, gradients, pooling.Output);
        noise.Sentence.Back(sentence, batch.Count * pooling.Width);
        var tokens = pooling.Back(batch, weights.Dense, gradients, rows, sentence);
        if (HasLabels) AddLabels(batch, weights, gradients, rows, tokens, share * settings.SlotShare);
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            noise.Tokens[i].Back(tokens, batch.Rows * layers[i].Width);
            tokens = layers[i].Back(batch, weights.Dense, gradients, i == 0 ? embedding.Output : layers[i - 1].Output, tokens);
        }

        noise.Embedding.Back(tokens, batch.Rows * settings.Embedding);
        embedding.Back(batch, weights, tokens);
    }

    /// <summary>After <see cref="Forward"/> of one utterance: adds the logarithms of its intents' probabilities, and its words' scores if there are slots.</summary>
    public void AddScores(EncoderBatch batch, Span<float> intentScores, Span<float> labelScores)
    {
        var own = intentHead.Output.AsSpan(0, intents);
        IntentLoss.LogSoftMax(own);
        for (var i = 0; i < intents; i++) intentScores[i] += own[i];
        if (!HasLabels || labelScores.IsEmpty) return;
        for (var k = 0; k < batch.Length(0); k++)
        {
            var scores = LabelScores(batch.Start(0) + k);
            labelLoss.Normalise(scores);
            FixedOrder.AddScaled(scores, 1, labelScores.Slice(k * labels.Outputs, labels.Outputs));
        }
    }

    private void AddLabels(EncoderBatch batch, EncoderWeights weights, float[] gradients, float[] rows, float[] tokens, float share)
    {
        for (var row = 0; row < batch.Rows; row++)
            if (!batch.IsWord(row)) LabelScores(row).Clear();
        for (var i = 0; i < batch.Count; i++)
            for (var k = 0; k < batch.Length(i); k++)
                labelLoss.Gradient(LabelScores(batch.Start(i) + k), batch[i].Labels[k], share);
        var gradient = labelHead.Back(batch.Rows, weights.Dense, gradients, rows);
        var count = batch.Rows * layers[^1].Width;
        FixedOrder.AddScaled(gradient.AsSpan(0, count), 1, tokens.AsSpan(0, count));
    }

    private Span<float> LabelScores(int row) => labelHead.Output.AsSpan(row * labelHead.Width, labelHead.Width);
}
