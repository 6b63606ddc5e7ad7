using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Training;

/// <summary>Trains the intent model on the tools' examples and on conversation's own phrases.</summary>
internal static class IntentTraining
{
    public static IntentModel Train(TrainingSet set, SlotVocabulary vocabulary, UnderstandingOptions options)
    {
        var examples = new List<IReadOnlyList<Feature>>();
        var labels = new List<int>();
        var intents = new List<string>();
        foreach (var entry in set.Entries) Add(entry.Frame.Tool.Name, IntentFeatures.Of(entry.Tokens, entry.Values, vocabulary));
        foreach (var (intent, text) in ChatPhrases.All)
        {
            var tokens = Tokenizer.Tokenize(text);
            Add(intent, IntentFeatures.Of(tokens, ValueScanner.Scan(tokens, ValueContext.Fixed), vocabulary));
        }

        return IntentModel.Train(examples, labels, [.. intents], options.IntentPasses, options.Seed);

        void Add(string intent, IReadOnlyList<Feature> features)
        {
            var label = intents.IndexOf(intent);
            if (label < 0)
            {
                label = intents.Count;
                intents.Add(intent);
            }

            examples.Add(features);
            labels.Add(label);
        }
    }
}
