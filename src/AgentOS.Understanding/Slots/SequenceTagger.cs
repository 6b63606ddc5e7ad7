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
    private readonly SeenPhrases phrases;
    private readonly Glue glue;
    private readonly TaggerWeights weights;
    private readonly TaggerSettings settings;
    private TaggerWorkspace? spare;

    private SequenceTagger(SlotLabels labels, SeenPhrases phrases, Glue glue, TaggerWeights weights, TaggerSettings settings)
    {
        this.labels = labels;
        this.phrases = phrases;
        this.glue = glue;
        this.weights = weights;
        this.settings = settings;
    }

    /// <summary>Features and weights, for reports.</summary>
    public (int Features, int Weights) Size => (weights.Features, weights.Count);

    /// <param name="training">What is learnt from.</param>
    /// <param name="validation">Not needed: nothing of the tagger is set by validation.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static SequenceTagger Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress) =>
        Train(training, options, new TaggerSettings(), progress);

    internal static SequenceTagger Train(IReadOnlyList<LabelledUtterance> training, LearningOptions options, TaggerSettings settings, IProgress<TrainingProgress>? progress)
    {
        var set = TaggerTraining.Prepare(training, options, settings);
        var learnt = TaggerTraining.Learn(set, options, settings, progress);
        return new SequenceTagger(set.Labels, set.Phrases, set.Glue, TaggerWeights.Of(set.Rows, learnt, settings.LeastWeight), settings);
    }

    /// <summary>The arguments in the order of the text; what they stand for is left open.</summary>
    public IReadOnlyList<LabelledSlot> Tag(string text, IReadOnlyList<Token> tokens, IntentPrediction intent)
    {
        if (tokens.Count == 0 || labels.Outside == 0) return [];
        var workspace = Interlocked.Exchange(ref spare, null) ?? new TaggerWorkspace(labels, phrases, glue, settings);
        var slots = GoldLabels.Slots(workspace.Tag(tokens, intent.Ranking, weights), tokens, labels.Names);
        spare = workspace;
        return slots;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(labels.Names.Count);
        foreach (var name in labels.Names) writer.Write(name);
        phrases.Write(writer);
        glue.Write(writer);
        weights.Write(writer);
    }

    public static SequenceTagger Read(BinaryReader reader, TaggerSettings? settings = null)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        var labels = new SlotLabels(names);
        return new SequenceTagger(labels, SeenPhrases.Read(reader), Glue.Read(reader), TaggerWeights.Read(reader, labels.Width), settings ?? new TaggerSettings());
    }
}
