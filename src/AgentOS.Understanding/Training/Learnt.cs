using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Slots;

namespace AgentOS.Understanding.Training;

/// <summary>All that is learnt from the tools' examples. It answers alike as it was learnt and as it was read again: nothing is rounded in between.</summary>
internal sealed record Learnt(SlotVocabulary Vocabulary, ChoiceWords Choices, Openings Openings, IntentModel Intents, ArgumentTagger Arguments)
{
    public static Learnt From(IReadOnlyList<ToolFrame> frames, UnderstandingOptions options)
    {
        var set = TrainingSet.Of(frames, options.Seed);
        var vocabulary = set.Vocabulary();
        IntentModel? intents = null;
        ArgumentTagger? arguments = null;
        Parallel.Invoke(
            () => intents = IntentTraining.Train(set, vocabulary, options),
            () => arguments = ArgumentTagger.Train(set, frames, vocabulary, options));
        return new Learnt(vocabulary, set.Choices(frames), set.Openings(), intents!, arguments!);
    }

    public void Write(BinaryWriter writer)
    {
        Vocabulary.Write(writer);
        Choices.Write(writer);
        Openings.Write(writer);
        Intents.Write(writer);
        Arguments.Write(writer);
    }

    public static Learnt Read(BinaryReader reader, IReadOnlyList<ToolFrame> frames)
    {
        var vocabulary = SlotVocabulary.Read(reader);
        return new Learnt(vocabulary, ChoiceWords.Read(reader), Openings.Read(reader), IntentModel.Read(reader), ArgumentTagger.Read(reader, frames, vocabulary));
    }
}
