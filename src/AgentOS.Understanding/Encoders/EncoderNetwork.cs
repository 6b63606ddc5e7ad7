using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// Words are embedded, seen with their neighbours, and read in both directions; from what comes out of each word follows what it is within the slots,
/// and from all of them together, and from the embeddings directly, the intent. Holds what it computed last but no weights, so that each thread has its own beside one set of weights.
/// </summary>
internal sealed class EncoderNetwork
{
    private readonly EncoderSettings settings;
    private readonly SlotLabels labels;
    private readonly NameParts intents;
    private readonly WordEmbedding embedding;
    private readonly Convolution convolution;
    private readonly Recurrence recurrence;
    private readonly TokenLayer[] layers;
    private readonly IntentHead wordsHead;
    private readonly IntentHead intentHead;
    private readonly LinearHead labelHead;
    private readonly LabelLoss labelLoss;

    public EncoderNetwork(EncoderSettings settings, NameParts intents, SlotLabels labels)
    {
        (this.settings, this.intents, this.labels) = (settings, intents, labels);
        embedding = new WordEmbedding(settings.Embedding);
        convolution = new Convolution(Plan, settings.Embedding, settings.Local);
        recurrence = new Recurrence(Plan, settings.Local, settings.Memory);
        layers = [convolution, recurrence];
        wordsHead = new IntentHead(Plan, settings.Embedding, intents.Count);
        intentHead = new IntentHead(Plan, layers[^1].Width, intents.Count);
        labelHead = new LinearHead(Plan, layers[^1].Width, HasLabels ? labels.Outputs : 0);
        labelLoss = new LabelLoss(labels);
    }

    public WeightPlan Plan { get; } = new();

    private bool HasLabels => labels.Outside > 0;

    /// <summary>What scores utterances by weights that are learnt.</summary>
    public FrozenNetwork Freeze() => new(new(convolution, recurrence, wordsHead, intentHead, labelHead), intents, labels);

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

        wordsHead.Forward(batch, weights.Dense, embedding.Output, noise?.Words);
        intentHead.Forward(batch, weights.Dense, rows, noise?.Sentence);
        FixedOrder.AddScaled(wordsHead.Output.AsSpan(0, batch.Count * intentHead.Width), 1, intentHead.Output);
        for (var i = 0; i < batch.Count; i++) intents.Spread(IntentScores(i));
        if (HasLabels) labelHead.Forward(batch.Rows - 2, weights.Dense, rows.AsSpan(layers[^1].Width));
    }

    /// <summary>After <see cref="Forward"/>: adds the gradients of what was wrong.</summary>
    public void Back(EncoderBatch batch, EncoderWeights weights, EncoderNoise noise, float[] gradients)
    {
        var share = 1f / batch.Count;
        for (var i = 0; i < batch.Count; i++)
        {
            IntentLoss.Gradient(IntentScores(i)[..intents.Classes], batch[i].Intent, settings.Smoothing, share);
            intents.Gather(IntentScores(i));
        }

        intentHead.Output.AsSpan(0, batch.Count * intentHead.Width).CopyTo(wordsHead.Output);
        var words = wordsHead.Back(batch, weights.Dense, gradients, embedding.Output, noise.Words);
        var rows = layers[^1].Output;
        var tokens = intentHead.Back(batch, weights.Dense, gradients, rows, noise.Sentence);
        if (HasLabels) AddLabels(batch, weights, gradients, rows, tokens, share * settings.SlotShare);
        for (var i = layers.Length - 1; i >= 0; i--)
        {
            noise.Tokens[i].Back(tokens, batch.Rows * layers[i].Width);
            tokens = layers[i].Back(batch, weights.Dense, gradients, i == 0 ? embedding.Output : layers[i - 1].Output, tokens);
        }

        var count = batch.Rows * settings.Embedding;
        FixedOrder.AddScaled(words.AsSpan(0, count), 1, tokens);
        noise.Embedding.Back(tokens, count);
        embedding.Back(batch, weights, tokens);
    }

    /// <summary>After <see cref="Forward"/> of one utterance: adds the logarithms of its intents' probabilities, and its words' scores if there are slots.</summary>
    public void AddScores(EncoderBatch batch, Span<float> intentScores, Span<float> labelScores)
    {
        var own = IntentScores(0)[..intents.Classes];
        IntentLoss.LogSoftMax(own);
        for (var i = 0; i < own.Length; i++) intentScores[i] += own[i];
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
        for (var row = 1; row < batch.Rows - 1; row++)
            if (!batch.IsWord(row)) LabelScores(row).Clear();
        for (var i = 0; i < batch.Count; i++)
            for (var k = 0; k < batch.Length(i); k++)
                labelLoss.Gradient(LabelScores(batch.Start(i) + k), batch[i].Labels[k], share);
        var width = layers[^1].Width;
        var count = (batch.Rows - 2) * width;
        var gradient = labelHead.Back(batch.Rows - 2, weights.Dense, gradients, rows.AsSpan(width));
        FixedOrder.AddScaled(gradient.AsSpan(0, count), 1, tokens.AsSpan(width, count));
    }

    private Span<float> IntentScores(int index) => intentHead.Output.AsSpan(index * intentHead.Width, intentHead.Width);

    /// <summary>A row's scores; the first and the last, which are empty, have none.</summary>
    private Span<float> LabelScores(int row) => labelHead.Output.AsSpan((row - 1) * labelHead.Width, labelHead.Width);
}
