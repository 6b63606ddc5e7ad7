using System.Numerics.Tensors;
using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Keeping;
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
    private readonly Learnt learnt;
    private readonly ArgumentBuilder builder;

    private EmbeddedUnderstanding(IReadOnlyList<ToolFrame> frames, UnderstandingOptions options, Learnt learnt)
    {
        Options = options;
        this.learnt = learnt;
        this.frames = frames.ToDictionary(f => f.Tool.Name);
        byFunction = frames.ToDictionary(f => f.Tool.FunctionName);
        Answering = frames.FirstOrDefault(f => f.Tool.Effect == Effect.Read && f.Arguments.Any(a => a.About is not null));
        Reader = new ValueReader(learnt.Choices, learnt.Vocabulary);
        builder = new ArgumentBuilder(Reader);
    }

    /// <summary>How it was trained.</summary>
    public UnderstandingOptions Options { get; }

    internal ValueReader Reader { get; }

    internal SlotVocabulary Vocabulary => learnt.Vocabulary;

    /// <summary>Learns from the examples of every tool in the catalog; takes two to three seconds on two cores for two thousand examples.</summary>
    public static EmbeddedUnderstanding Train(IToolCatalog catalog, UnderstandingOptions? options = null) =>
        Of(catalog, options, Learnt.From);

    /// <summary>
    /// Takes what was learnt at an earlier start from a folder that is for nothing else, or learns and keeps it there. It is the same either way;
    /// where nothing can be read or written it is learnt, and the reason told.
    /// </summary>
    /// <param name="catalog">The tools.</param>
    /// <param name="folder">The folder; made where it is missing. Files that nothing belongs to any more are deleted.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="tell">Is told, in a sentence, why it is learnt again or not kept.</param>
    public static EmbeddedUnderstanding Keep(IToolCatalog catalog, string folder, UnderstandingOptions? options = null, Action<string>? tell = null) =>
        Of(catalog, options, new LearntFolder(folder, tell).Get);

    /// <summary>The tool that answers whole questions from what is written down; <see langword="null"/> where there is none.</summary>
    internal ToolFrame? Answering { get; }

    internal ToolFrame? Frame(string tool) => frames.GetValueOrDefault(tool);

    internal ToolFrame? FrameOfFunction(string function) => byFunction.GetValueOrDefault(function);

    /// <summary>Whether requests for the tool begin with these words.</summary>
    internal bool Opens(string tool, IReadOnlyList<Token> tokens) =>
        tokens.FirstOrDefault(t => t.Kind == TokenKind.Word).Norm is { } first && learnt.Openings.Contains(tool, first);

    /// <summary>Whether requests for any tool begin with the word.</summary>
    internal bool Opens(string word) => learnt.Openings.Contains(word);

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
        return names.Count == 0 ? utterance : utterance with { Names = names.Find(utterance.Tokens, Vocabulary.Knows), HasNames = true };
    }

    /// <summary>The likeliest intents by the words alone.</summary>
    internal Understood Glance(Utterance utterance)
    {
        var probabilities = learnt.Intents.Predict(IntentFeatures.Of(utterance.Tokens, utterance.Values, Vocabulary, utterance.Names));
        var ranking = new ScoredIntent[Math.Min(5, learnt.Intents.Intents.Count)];
        for (var rank = 0; rank < ranking.Length; rank++)
        {
            var best = TensorPrimitives.IndexOfMax<float>(probabilities);
            ranking[rank] = new ScoredIntent(learnt.Intents.Intents[best], probabilities[best]);
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
        var spans = NameSpans.Corrected(frame, utterance, SlotSpans.Grown(learnt.Arguments.Find(frame, utterance.Tokens), utterance.Tokens, Vocabulary));
        var arguments = builder.Build(utterance.Text, utterance.Tokens, spans, context);
        if (!isFragment) Unclaimed.Claim(frame, utterance, spans, arguments, context, Vocabulary);
        return new Filled(frame, arguments, spans);
    }

    /// <summary>Writes what was learnt; the tools themselves are not part of it.</summary>
    internal void Write(BinaryWriter writer) => learnt.Write(writer);

    /// <summary>Reads what was learnt from the same tools.</summary>
    internal static EmbeddedUnderstanding Read(IToolCatalog catalog, UnderstandingOptions options, BinaryReader reader) =>
        Of(catalog, options, (frames, _) => Learnt.Read(reader, frames));

    private static EmbeddedUnderstanding Of(IToolCatalog catalog, UnderstandingOptions? options, Func<IReadOnlyList<ToolFrame>, UnderstandingOptions, Learnt> learn)
    {
        options ??= new UnderstandingOptions();
        ToolFrame[] frames = [.. catalog.All.Select(ToolFrame.Of)];
        return new EmbeddedUnderstanding(frames, options, learn(frames, options));
    }
}
