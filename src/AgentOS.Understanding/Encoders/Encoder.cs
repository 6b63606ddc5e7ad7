using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>
/// A small neural network over the words of an utterance, learnt from labelled utterances alone, for intents and slots at once. It sees what linear
/// models cannot (the order of words at a distance, likeness of words), and so is a good second opinion to them. Safe to share between threads.
/// </summary>
internal sealed class Encoder
{
    private readonly EncoderSettings settings;
    private readonly EncoderVocabulary vocabulary;
    private readonly IReadOnlyList<string> classes;
    private readonly EncoderWeights[] members;
    private FrozenWeights[]? frozen;
    private EncoderWorkspace? spare;

    private Encoder(EncoderSettings settings, EncoderOutputs outputs, EncoderVocabulary vocabulary, IReadOnlyList<string> classes, EncoderWeights[] members)
    {
        (this.settings, Outputs, this.vocabulary, this.classes, this.members) = (settings, outputs, vocabulary, classes, members);
    }

    /// <summary>What the scores stand for.</summary>
    public EncoderOutputs Outputs { get; }

    /// <param name="training">What is learnt from.</param>
    /// <param name="validation">Not needed: nothing of the encoder is set by validation.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="progress">Is told how far it is.</param>
    public static Encoder Train(IReadOnlyList<LabelledUtterance> training, IReadOnlyList<LabelledUtterance>? validation, LearningOptions options, IProgress<TrainingProgress>? progress) =>
        Train(training, options, new EncoderSettings().For(training.Count), progress);

    internal static Encoder Train(IReadOnlyList<LabelledUtterance> training, LearningOptions options, EncoderSettings settings, IProgress<TrainingProgress>? progress)
    {
        var outputs = EncoderOutputs.Of(training);
        var tokens = training.Select(u => (IReadOnlyList<Token>)Tokenizer.Tokenize(u.Text)).ToArray();
        var vocabulary = EncoderVocabulary.Of(tokens, settings);
        var encoder = new Encoder(settings, outputs, vocabulary, [.. Lexicon.Default.Classes], new EncoderWeights[settings.Members]);
        var reader = new EncoderReader(vocabulary, encoder.Rows());
        var dice = new Dice((ulong)options.Seed);
        var examples = training.Select((u, i) => Example(u, tokens[i])).ToArray();
        Parallel.For(0, settings.Members, new ParallelOptions { MaxDegreeOfParallelism = 2 }, member =>
        {
            var random = new Random((options.Seed * 1000) + member);
            var network = encoder.Network();
            var weights = EncoderWeights.Random(vocabulary.Words, vocabulary.Pieces, reader.Classes, settings.Embedding, network.Plan, random);
            var report = member == 0 ? done => progress?.Report(new TrainingProgress("encoder", done)) : (Action<double>?)null;
            new EncoderTraining(settings, network, weights, random).Run([.. examples], report);
            weights.Freeze();
            encoder.members[member] = weights;
        });
        encoder.Freeze();
        return encoder;

        EncoderExample Example(LabelledUtterance utterance, IReadOnlyList<Token> own)
        {
            var (intent, labels) = (outputs.IntentOf(utterance), outputs.LabelsOf(utterance, own));
            var slipped = reader.Read(Slips.In(own, ref dice)) with { Intent = intent, Labels = labels };
            return reader.Read(own) with { Intent = intent, Labels = labels, Slipped = slipped };
        }
    }

    /// <summary>Scores an utterance.</summary>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="intentLogProbabilities">Receives a number for each of <see cref="EncoderOutputs.Intents"/> and, where training had such, a last one for being out of scope.</param>
    /// <param name="labelScores">Receives <see cref="SlotLabels.Outputs"/> numbers for each token, as <see cref="SlotLabels"/> lays them out: the sum of a state's numbers is the logarithm of its probability, up to a number that is the same for all states of a token. Empty if not wanted.</param>
    public void Run(IReadOnlyList<Token> tokens, Span<float> intentLogProbabilities, Span<float> labelScores)
    {
        var workspace = Interlocked.Exchange(ref spare, null) ?? new EncoderWorkspace(vocabulary, Rows(), Network().Freeze());
        workspace.Run(tokens, frozen!, intentLogProbabilities[..Outputs.Classes], labelScores);
        spare = workspace;
    }

    /// <summary>What <see cref="Run"/> writes.</summary>
    public (float[] Intents, float[] Labels) Score(IReadOnlyList<Token> tokens)
    {
        var scores = (Intents: new float[Outputs.Classes], Labels: Outputs.Labels.Outside == 0 ? [] : new float[tokens.Count * Outputs.Labels.Outputs]);
        Run(tokens, scores.Intents, scores.Labels);
        return scores;
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(settings.Embedding);
        writer.Write(settings.Local);
        writer.Write(settings.Memory);
        writer.Write(settings.Members);
        Outputs.Write(writer);
        vocabulary.Write(writer);
        writer.Write(classes.Count);
        foreach (var path in classes) writer.Write(path);
        foreach (var member in members) member.Write(writer);
    }

    public static Encoder Read(BinaryReader reader)
    {
        var settings = new EncoderSettings { Embedding = reader.ReadInt32(), Local = reader.ReadInt32(), Memory = reader.ReadInt32(), Members = reader.ReadInt32() };
        var outputs = EncoderOutputs.Read(reader);
        var vocabulary = EncoderVocabulary.Read(reader);
        var classes = new string[reader.ReadInt32()];
        for (var i = 0; i < classes.Length; i++) classes[i] = reader.ReadString();
        var encoder = new Encoder(settings, outputs, vocabulary, classes, new EncoderWeights[settings.Members]);
        var plan = encoder.Network().Plan;
        for (var i = 0; i < settings.Members; i++)
            encoder.members[i] = EncoderWeights.Read(reader, vocabulary.Words, vocabulary.Pieces, encoder.Rows().Count, settings.Embedding, plan);
        encoder.Freeze();
        return encoder;
    }

    private void Freeze()
    {
        var network = Network().Freeze();
        frozen = [.. members.Select(network.Freeze)];
    }

    private LexiconRows Rows() => new(Lexicon.Default, classes);

    private EncoderNetwork Network() => new(settings, new NameParts(Outputs.Intents, Outputs.Classes), Outputs.Labels);
}
