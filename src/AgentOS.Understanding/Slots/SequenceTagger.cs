using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>Finds an utterance's arguments: a conditional random field over its words, learnt from annotated examples. Safe to share between threads.</summary>
internal sealed class SequenceTagger
{
    private readonly TaggerModel model;
    private readonly WordScores words;
    private TaggerWorkspace? spare;

    internal SequenceTagger(TaggerModel model) => (this.model, words) = (model, new WordScores(model));

    public IReadOnlyList<string> Names => model.Labels.Names;

    /// <param name="training">What is learnt from.</param>
    /// <param name="validation">Not needed: nothing of the tagger is set by validation.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static SequenceTagger Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress) =>
        new(TaggerTraining.Train(training, options, new TaggerSettings(), null, progress));

    /// <summary>The arguments in the order of the text; what they stand for is left open.</summary>
    /// <param name="text">The utterance.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="intent">What it may ask for.</param>
    /// <param name="opinion">What another model that learnt from the same training says of the tokens, laid out as the tagger's own scores; empty if there is none.</param>
    public IReadOnlyList<LabelledSlot> Tag(string text, IReadOnlyList<Token> tokens, IntentPrediction intent, ReadOnlySpan<float> opinion = default)
    {
        var spans = Find(tokens, intent.Ranking, null, opinion);
        var slots = new LabelledSlot[spans.Length];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = new LabelledSlot(Names[spans[i].Label], GoldLabels.After(text, tokens[spans[i].Start], spans[i].Prefix), tokens[spans[i].End - 1].End);
        return slots;
    }

    /// <summary>The slots, by tokens.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="intents">What it may ask for, best first.</param>
    /// <param name="allowed">By number the slots it may have, or <see langword="null"/> for any.</param>
    /// <param name="opinion">Another model's scores, or nothing.</param>
    internal TaggedSpan[] Find(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> intents, bool[]? allowed, ReadOnlySpan<float> opinion = default)
    {
        if (tokens.Count == 0 || Names.Count == 0) return [];
        var workspace = Interlocked.Exchange(ref spare, null) ?? new TaggerWorkspace(model, words);
        var spans = workspace.Tag(tokens, intents, allowed, opinion);
        spare = workspace;
        return spans;
    }

    public void Write(BinaryWriter writer) => model.Write(writer);

    /// <param name="reader">Where from.</param>
    /// <param name="knowledge">What was known of words beforehand in training, which is not written.</param>
    public static SequenceTagger Read(BinaryReader reader, IWordKnowledge? knowledge = null) => new(TaggerModel.Read(reader, new TaggerSettings(), knowledge));
}
