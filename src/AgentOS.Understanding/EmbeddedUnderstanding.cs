using System.Numerics.Tensors;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Training;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding;

/// <summary>
/// A model of what people mean, learnt from the tools' examples in this process. Immutable once trained; safe to share between threads.
/// </summary>
public sealed class EmbeddedUnderstanding
{
    private readonly Dictionary<string, ToolFrame> frames;
    private readonly Dictionary<string, ToolFrame> byFunction;
    private readonly HashSet<(string Tool, string Word)> openings;
    private readonly HashSet<string> opening;
    private readonly IntentModel intentModel;
    private readonly ArgumentTagger tagger;
    private readonly ArgumentBuilder builder;

    private EmbeddedUnderstanding(IReadOnlyList<ToolFrame> frames, UnderstandingOptions options)
    {
        Options = options;
        this.frames = frames.ToDictionary(f => f.Tool.Name);
        byFunction = frames.ToDictionary(f => f.Tool.FunctionName);
        var set = TrainingSet.Of(frames, options.Seed);
        Vocabulary = set.Vocabulary();
        Reader = new ValueReader(set.Choices(frames), Vocabulary);
        openings = [.. set.Entries.Select(e => (e.Frame.Tool.Name, e.Tokens[0].Norm))];
        opening = [.. openings.Select(o => o.Word)];
        builder = new ArgumentBuilder(Reader);
        var tagging = Task.Run(() => ArgumentTagger.Train(set, frames, Vocabulary, options));
        intentModel = IntentTraining.Train(set, Vocabulary, options);
        tagger = tagging.GetAwaiter().GetResult();
    }

    /// <summary>How it was trained.</summary>
    public UnderstandingOptions Options { get; }

    internal ValueReader Reader { get; }

    internal SlotVocabulary Vocabulary { get; }

    /// <summary>Learns from the examples of every tool in the catalog; takes two to three seconds on two cores for two thousand examples.</summary>
    public static EmbeddedUnderstanding Train(IToolCatalog catalog, UnderstandingOptions? options = null) =>
        new([.. catalog.All.Select(ToolFrame.Of)], options ?? new UnderstandingOptions());

    internal ToolFrame? Frame(string tool) => frames.GetValueOrDefault(tool);

    internal ToolFrame? FrameOfFunction(string function) => byFunction.GetValueOrDefault(function);

    /// <summary>Whether requests for the tool begin with these words.</summary>
    internal bool Opens(string tool, IReadOnlyList<Token> tokens) =>
        tokens.FirstOrDefault(t => t.Kind == TokenKind.Word).Norm is { } first && openings.Contains((tool, first));

    /// <summary>Whether requests for any tool begin with the word.</summary>
    internal bool Opens(string word) => opening.Contains(word);

    /// <summary>Whether anything in the utterance is more than an unknown word.</summary>
    internal bool KnowsAny(Utterance utterance) =>
        utterance.Values.Count > 0 || utterance.Tokens.Any(t => t.Kind != TokenKind.Mark && Vocabulary.Knows(t.Norm));

    internal static Utterance Read(string text, ValueContext context)
    {
        var tokens = Tokenizer.Tokenize(text);
        Arabizi.Read(text, tokens);
        tokens.RemoveAll(t => t.Norm == "ال");
        return new Utterance(text, tokens, ValueScanner.Scan(tokens, context));
    }

    /// <summary>Takes an utterance apart, with the names of the tenant who speaks.</summary>
    internal Utterance Read(string text, ValueContext context, Gazetteer names)
    {
        var utterance = Read(text, context);
        return names.Count == 0 ? utterance : utterance with { Names = names.Find(utterance.Tokens, Vocabulary.Knows) };
    }

    /// <summary>The likeliest intents by the words alone.</summary>
    internal Understood Glance(Utterance utterance)
    {
        var probabilities = intentModel.Predict(IntentFeatures.Of(utterance.Tokens, utterance.Values, Vocabulary, utterance.Names));
        var ranking = new ScoredIntent[Math.Min(5, intentModel.Intents.Count)];
        for (var rank = 0; rank < ranking.Length; rank++)
        {
            var best = TensorPrimitives.IndexOfMax<float>(probabilities);
            ranking[rank] = new ScoredIntent(intentModel.Intents[best], probabilities[best]);
            probabilities[best] = -1;
        }

        return new Understood(utterance, ranking);
    }

    /// <summary>The likeliest intents, weighed by how well the utterance fills each tool's arguments.</summary>
    internal Understood Understand(Utterance utterance, ValueContext context)
    {
        var glance = Glance(utterance);
        return glance with { Ranking = Completeness.Weigh(this, glance, context) };
    }

    /// <summary>The tool's arguments. What a fragment leaves open was said before, so nothing is guessed for it.</summary>
    internal Filled Fill(ToolFrame frame, Utterance utterance, ValueContext context, bool isFragment = false)
    {
        var spans = NameSpans.Corrected(frame, utterance, SlotSpans.Grown(tagger.Find(frame, utterance.Tokens), utterance.Tokens, Vocabulary));
        var arguments = builder.Build(utterance.Text, utterance.Tokens, spans, context);
        if (!isFragment) Unclaimed.Claim(frame, utterance, spans, arguments, context, Vocabulary);
        return new Filled(frame, arguments, spans);
    }
}
