using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>Finds an utterance's arguments: a conditional random field over its words, learnt from annotated examples. Safe to share between threads.</summary>
internal sealed class SequenceTagger
{
    private readonly SlotLabels labels;
    private readonly FeatureRows rows;
    private readonly ChainWeights weights;
    private readonly Func<TokenFeatures> features;

    private SequenceTagger(SlotLabels labels, FeatureRows rows, ChainWeights weights, Func<TokenFeatures> features)
    {
        this.labels = labels;
        this.rows = rows;
        this.weights = weights;
        this.features = features;
    }

    public static SequenceTagger Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress) =>
        Train(training, options, new TaggerSettings(), progress);

    internal static SequenceTagger Train(IReadOnlyList<LabelledUtterance> training, LearningOptions options, TaggerSettings settings, IProgress<TrainingProgress>? progress)
    {
        var set = TaggerTraining.Prepare(training, options, settings);
        return new SequenceTagger(set.Labels, set.Rows, TaggerTraining.Learn(set, options, settings, progress), () => new TokenFeatures(settings, set.Phrases));
    }

    public IReadOnlyList<LabelledSlot> Tag(string text, IReadOnlyList<Token> tokens, IntentPrediction intent)
    {
        if (tokens.Count == 0 || labels.Outside == 0) return [];
        var buffer = new FeatureBuffer();
        features().Of(tokens, intent.Ranking, null, buffer);
        var scores = new float[tokens.Count * labels.Outputs];
        for (var t = 0; t < tokens.Count; t++)
        {
            var row = scores.AsSpan(t * labels.Outputs, labels.Outputs);
            for (var i = buffer.Starts[t]; i < buffer.Starts[t + 1]; i++)
                if (rows.Find(buffer.Hashes[i]) is >= 0 and var feature) weights.AddTo(row, feature, buffer.Values[i]);
        }

        var path = new TokenLabel[tokens.Count];
        new Decoder(labels).Best(scores, weights.Moves, path);
        return GoldLabels.Slots(path, tokens, labels.Names);
    }
}
