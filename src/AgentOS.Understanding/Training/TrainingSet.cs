using AgentOS.Tools;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Training;

/// <summary>The examples of all tools, taken apart, together with copies in which names are exchanged.</summary>
internal sealed class TrainingSet
{
    private const int LongestName = 20;
    private readonly List<Entry> entries = [];

    /// <summary>An example taken apart.</summary>
    internal sealed record Entry(ToolFrame Frame, string Language, MarkedText Marked, List<Token> Tokens, List<FoundValue> Values, bool Exchanged);

    public IReadOnlyList<Entry> Entries => entries;

    public static TrainingSet Of(IReadOnlyList<ToolFrame> frames, int seed)
    {
        var set = new TrainingSet();
        var names = new NamePool(seed);
        foreach (var frame in frames)
            foreach (var example in frame.Tool.Examples)
                names.Learn(frame, example.Language, MarkedText.Parse(example.Text));
        foreach (var frame in frames)
        {
            foreach (var example in frame.Tool.Examples)
            {
                var marked = MarkedText.Parse(example.Text);
                set.Add(frame, example, marked, false);
                if (names.Exchange(frame, example.Language, marked) is { } exchanged) set.Add(frame, example, exchanged, true);
            }
        }

        return set;
    }

    /// <summary>Words outside names, and words for choices, are the language of requests.</summary>
    public SlotVocabulary Vocabulary()
    {
        var vocabulary = new SlotVocabulary();
        foreach (var words in BuiltIn.Read<Dictionary<string, string>>("common.yaml").Values)
            foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries)) vocabulary.AddKnown(Folding.Fold(word));
        foreach (var entry in entries.Where(e => !e.Exchanged))
        {
            foreach (var token in entry.Tokens)
            {
                var mark = entry.Marked.Marks.FirstOrDefault(m => token.End > m.Start && token.Start < m.End);
                var argument = mark.Argument is null ? null : entry.Frame.Find(mark.Argument);
                if (argument is null) vocabulary.AddKnown(token.Norm);
                else if (argument.Kind == ArgumentKind.Reference && token.Start >= mark.Start) vocabulary.AddName(token.Norm, argument.Entity!);
                else if (argument.Kind == ArgumentKind.Text && mark.End - mark.Start < LongestName) vocabulary.AddName(token.Norm, argument.Label);
                else if (argument.Kind is ArgumentKind.Choice or ArgumentKind.Flag) vocabulary.AddChoice(token.Norm, ChoiceWords.KeyOf(argument));
                else if (argument.Kind is not (ArgumentKind.Reference or ArgumentKind.Text)) vocabulary.AddKnown(token.Norm);
            }
        }

        foreach (var phrase in ChatPhrases.All.SelectMany(p => Tokenizer.Tokenize(p.Text))) vocabulary.AddKnown(phrase.Norm);
        foreach (var argument in entries.Select(e => e.Frame).Distinct().SelectMany(f => f.Arguments))
            foreach (var word in argument.Choices.SelectMany(c => c.Split('_')).Where(w => w.Length > 2)) vocabulary.AddChoice(word, ChoiceWords.KeyOf(argument));
        return vocabulary;
    }

    public ChoiceWords Choices(IReadOnlyList<ToolFrame> frames)
    {
        var words = new ChoiceWords();
        foreach (var argument in frames.SelectMany(f => f.Arguments))
            foreach (var choice in argument.Choices)
                words.Add(argument, choice, choice);
        foreach (var entry in entries.Where(e => !e.Exchanged))
        {
            foreach (var mark in entry.Marked.Marks)
            {
                if (mark.Value is null || entry.Frame.Find(mark.Argument) is not { } argument) continue;
                if (argument.Kind is ArgumentKind.Reference or ArgumentKind.Date or ArgumentKind.Moment) continue;
                words.Add(argument, entry.Marked.Text[mark.Start..mark.End], mark.Value);
            }
        }

        return words;
    }

    /// <summary>What requests begin with.</summary>
    public Openings Openings() => new(entries.Select(e => (e.Frame.Tool.Name, e.Tokens[0].Norm)));

    private void Add(ToolFrame frame, ToolExample example, MarkedText marked, bool exchanged)
    {
        var tokens = Tokenizer.Tokenize(marked.Text);
        if (tokens.Count > 0) entries.Add(new Entry(frame, example.Language, marked, tokens, ValueScanner.Scan(tokens, ValueContext.Fixed), exchanged));
    }
}
