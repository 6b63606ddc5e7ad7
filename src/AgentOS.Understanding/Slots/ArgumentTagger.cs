using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Learning;
using AgentOS.Understanding.Slots.Tagging;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Training;

namespace AgentOS.Understanding.Slots;

/// <summary>Finds a tool's arguments: the slot tagger, held to the arguments that the tool has. Arguments of one name and kind are learnt together.</summary>
internal sealed class ArgumentTagger
{
    private readonly SequenceTagger tagger;
    private readonly Dictionary<string, Place> places = [];

    private ArgumentTagger(SequenceTagger tagger, IEnumerable<ToolFrame> frames)
    {
        this.tagger = tagger;
        foreach (var frame in frames)
        {
            var arguments = tagger.Names.Select(name => frame.Arguments.FirstOrDefault(a => a.Label == name)).ToArray();
            places[frame.Tool.Name] = new Place([new ScoredIntent(frame.Tool.Name, 1)], arguments, [.. arguments.Select(a => a is not null)]);
        }
    }

    public static ArgumentTagger Train(TrainingSet set, IReadOnlyList<ToolFrame> frames, SlotVocabulary vocabulary, UnderstandingOptions options)
    {
        var slots = frames.ToDictionary(f => f.Tool.Name, f => (IReadOnlySet<string>)f.Arguments.Select(a => a.Label).ToHashSet());
        var settings = new TaggerSettings { Epochs = options.ArgumentPasses, MostEpochs = options.ArgumentPasses, Hidden = 0.2f, Eagerness = 0.1f, LeastCount = 2, Learners = 1 };
        var utterances = set.Entries.Where(e => e.Marked.Marks.All(m => e.Frame.Find(m.Argument) is not null)).Select(Labelled).ToList();
        return new ArgumentTagger(new SequenceTagger(TaggerTraining.Train(utterances, new LearningOptions { Seed = options.Seed }, settings, new Beforehand(slots, vocabulary), null)), frames);
    }

    /// <summary>The arguments' spans; of several for an argument that takes one value, the one with the most behind it.</summary>
    public List<SlotSpan> Find(ToolFrame frame, IReadOnlyList<Token> tokens)
    {
        var place = places[frame.Tool.Name];
        var found = tagger.Find(tokens, place.Intents, place.Allowed);
        var spans = new List<SlotSpan>(found.Length);
        foreach (var span in found)
        {
            var argument = place.Arguments[span.Label]!;
            if (argument.Many || found.Where(o => o.Label == span.Label).MaxBy(o => o.Strength).Equals(span)) spans.Add(new SlotSpan(argument, span.Start, span.End, span.Prefix));
        }

        return spans;
    }

    public void Write(BinaryWriter writer) => tagger.Write(writer);

    public static ArgumentTagger Read(BinaryReader reader, IReadOnlyList<ToolFrame> frames, SlotVocabulary vocabulary) => new(SequenceTagger.Read(reader, vocabulary), frames);

    private static LabelledUtterance Labelled(TrainingSet.Entry entry) =>
        new(entry.Marked.Text, entry.Frame.Tool.Name, [.. entry.Marked.Marks.Select(m => new LabelledSlot(entry.Frame.Find(m.Argument)!.Label, m.Start, m.End))]);

    /// <summary>A tool as the tagger sees it.</summary>
    private sealed record Place(ScoredIntent[] Intents, Argument?[] Arguments, bool[] Allowed);
}
