using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Encoders;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.ModelFiles;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding;

/// <summary>
/// A model of intents and arguments, learnt from labelled utterances alone. The same utterances, options and seed give the same model, byte
/// for byte. Immutable once trained or loaded; safe to share between threads.
/// </summary>
public sealed class UnderstandingModel
{
    private static readonly IntentPrediction NoIntent = new([], 1, false);
    private readonly Encoder? encoder;
    private readonly IntentClassifier? classifier;
    private readonly SequenceTagger? tagger;

    private UnderstandingModel(Encoder? encoder, IntentClassifier? classifier, SequenceTagger? tagger)
    {
        this.encoder = encoder;
        this.classifier = classifier;
        this.tagger = tagger;
        Intents = classifier?.Intents ?? [];
    }

    /// <summary>The intents it knows, by name; none when it was taught slots alone.</summary>
    public IReadOnlyList<string> Intents { get; }

    /// <summary>Learns from utterances.</summary>
    /// <param name="training">What is learnt from. Intents are learnt where there are any, slots where any are marked.</param>
    /// <param name="validation">Sets thresholds and the weights of the parts; <see langword="null"/> holds some of the training utterances out for that.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <exception cref="ArgumentException">There is nothing to tell apart: fewer than two intents (or one and nothing out of scope), and no slots.</exception>
    public static UnderstandingModel Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation = null, LearningOptions? options = null, IProgress<TrainingProgress>? progress = null)
    {
        options ??= new LearningOptions();
        var hasIntents = training.Select(u => u.Intent).Distinct().Count() > 1;
        var hasSlots = training.Any(u => u.Slots.Count > 0);
        if (!hasIntents && !hasSlots) throw new ArgumentException("There is nothing to tell apart: give examples of two intents, or of one and of what is out of scope, or mark slots.", nameof(training));
        var whole = options.LearnsValidation && validation is { Count: > 0 } ? training.And(validation) : training;
        Encoder? asked = null, kept = null;
        SequenceTagger? tagger = null;
        Parallel.Invoke(
            () => asked = hasIntents && !options.Light ? Encoder.Train(training, validation, options, progress) : null,
            () => kept = hasIntents && !options.Light && whole != training ? Encoder.Train(whole, null, options, null) : null,
            () => tagger = hasSlots ? SequenceTagger.Train(whole, validation, options, progress) : null);
        SecondOpinion? opinion = asked is null ? null : (tokens, scores) => asked.Run(tokens, scores, []);
        var classifier = hasIntents ? IntentClassifier.Train(training, validation, options, progress, opinion) : null;
        return new UnderstandingModel(kept ?? asked, classifier, tagger).AsWritten();
    }

    /// <summary>What the text means.</summary>
    public Prediction Predict(string text) => Predict(text, Tokenizer.Tokenize(text));

    /// <summary>What the text means, where its tokens are there already.</summary>
    internal Prediction Predict(string text, List<Token> tokens)
    {
        var (intents, labels) = encoder?.Score(tokens) ?? ([], []);
        var intent = classifier is null || tokens.Count == 0 ? NoIntent : classifier.Predict(text, tokens, intents);
        var best = intent.Ranking.Count == 0 || intent.IsOutOfScope ? default : intent.Ranking[0];
        var slots = tokens.Count == 0 ? [] : tagger?.Tag(text, tokens, intent, labels) ?? [];
        return new Prediction(best.Name, best.Name is null ? 1 - intent.InScope : best.Probability, intent.Ranking, intent.InScope, slots);
    }

    /// <summary>Writes the model to a file, wholly or not at all.</summary>
    /// <exception cref="ModelFileException">It cannot be written there.</exception>
    public void Save(string path) => ModelFile.Write(path, Write);

    /// <summary>Reads a model from a file.</summary>
    /// <exception cref="ModelFileException">The file is missing, damaged, or no model of this version.</exception>
    public static UnderstandingModel Load(string path) => ModelFile.Read(path, Read);

    /// <summary>Whether a file begins as a model does, of whatever version.</summary>
    public static bool IsModel(string path) => ModelFile.HasMark(path);

    /// <summary>What a file would give back: weights are rounded for the file, and a model answers alike before and after.</summary>
    private UnderstandingModel AsWritten()
    {
        using var content = new MemoryStream();
        using var writer = new BinaryWriter(content);
        Write(writer);
        content.Position = 0;
        using var reader = new BinaryReader(content);
        return Read(reader);
    }

    private void Write(BinaryWriter writer)
    {
        writer.Write(encoder is not null);
        encoder?.Write(writer);
        writer.Write(classifier is not null);
        classifier?.Write(writer);
        writer.Write(tagger is not null);
        tagger?.Write(writer);
    }

    private static UnderstandingModel Read(BinaryReader reader) =>
        new(
            reader.ReadBoolean() ? Encoder.Read(reader) : null,
            reader.ReadBoolean() ? IntentClassifier.Read(reader) : null,
            reader.ReadBoolean() ? SequenceTagger.Read(reader) : null);
}
