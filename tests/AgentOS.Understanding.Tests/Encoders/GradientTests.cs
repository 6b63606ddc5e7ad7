using AgentOS.Understanding.Encoders;
using AgentOS.Understanding.Slots.Tagging;

namespace AgentOS.Understanding.Tests.Encoders;

public sealed class GradientTests
{
    private const float Nudge = 4e-3f;
    private static readonly EncoderSettings Plain = new()
    {
        Embedding = 8,
        Local = 16,
        Memory = 8,
        EmbeddingDropout = 0,
        TokenDropout = 0,
        SentenceDropout = 0,
        WordDropout = 0,
        RareWordDropout = 0,
        PieceDropout = 0,
        ClassDropout = 0,
    };

    private readonly SlotLabels labels = new(["city", "day"]);
    private readonly EncoderNetwork network;
    private readonly EncoderWeights weights;
    private readonly EncoderBatch batch = new();

    public GradientTests()
    {
        network = new EncoderNetwork(Plain, new NameParts(["alarm_set", "alarm_stop", "joke"], 3), labels);
        weights = EncoderWeights.Random(4, 6, 4, Plain.Embedding, network.Plan, new Random(7));
        foreach (var table in weights.Tables) WeightPlan.Fill(table.Values, 0.7f, new Random(8));
        var (outside, alone, begin, end) = (new TokenLabel(2, false, false), new TokenLabel(0, true, true), new TokenLabel(1, true, false), new TokenLabel(1, false, true));
        batch.Set(
        [
            new EncoderExample([Word(1, 0, 1), Word(2, 2), Word(0, 3, 4, 5)], [[0], [], [1, 2]], 0, [outside, alone, outside]),
            new EncoderExample([Word(3, 1), Word(1, 0, 1)], [[], [3]], 2, [begin, end]),
            new EncoderExample([Word(2, 2)], [[]], 1, [outside]),
        ]);
    }

    [Fact]
    public void Back_DenseWeights_AreTheSlopesOfTheLoss()
    {
        var gradients = Gradients();

        AssertSlopes(weights.Dense, gradients);
    }

    [Fact]
    public void Back_Embeddings_AreTheSlopesOfTheLoss()
    {
        Gradients();
        foreach (var table in weights.Tables)
        {
            var gradients = new float[table.Values.Length];
            for (var row = 0; row < gradients.Length / table.Width; row++) table.Gradient(row).CopyTo(gradients.AsSpan(row * table.Width));
            AssertSlopes(table.Values, gradients);
        }
    }

    private static EncodedWord Word(int row, params int[] pieces) => new(row, 5, pieces);

    private float[] Gradients()
    {
        var gradients = new float[weights.Dense.Length];
        var noise = new EncoderNoise(Plain, new Random(1));
        network.Forward(batch, weights, noise);
        network.Back(batch, weights, noise, gradients);
        return gradients;
    }

    /// <summary>The gradient lies along the slopes that small changes show; single ones may differ where a change switches a unit on.</summary>
    private void AssertSlopes(Span<float> values, float[] gradients)
    {
        var (difference, length) = (0d, 0d);
        for (var i = 0; i < values.Length; i += 5)
        {
            var value = values[i];
            values[i] = value + Nudge;
            var above = Loss();
            values[i] = value - Nudge;
            var below = Loss();
            values[i] = value;
            var slope = (above - below) / (2 * Nudge);
            difference += (slope - gradients[i]) * (slope - gradients[i]);
            length += slope * slope;
        }

        Assert.True(length > 0);
        Assert.InRange(Math.Sqrt(difference / length), 0, 0.02);
    }

    private double Loss()
    {
        var loss = 0d;
        var single = new EncoderBatch();
        for (var i = 0; i < batch.Count; i++)
        {
            var example = batch[i];
            single.Set([example]);
            var intents = new float[3];
            var tokens = new float[example.Words.Length * labels.Outputs];
            network.Forward(single, weights, null);
            network.AddScores(single, intents, tokens);
            loss -= (1 - Plain.Smoothing) * intents[example.Intent];
            foreach (var score in intents) loss -= Plain.Smoothing / 3 * score;
            for (var k = 0; k < example.Labels.Length; k++)
            {
                var (label, begins, ends, _) = example.Labels[k];
                var at = k * labels.Outputs;
                loss -= Plain.SlotShare * (tokens[at + label] + (begins ? tokens[at + labels.Begins(label)] : 0) + (ends ? tokens[at + labels.Ends(label)] : 0));
            }
        }

        return loss / batch.Count;
    }
}
