using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Training;

/// <summary>Trains the argument tagger on the examples' marks.</summary>
internal static class SlotTraining
{
    public static SlotTagger Train(TrainingSet set, Dictionary<string, Tag[]> tags, SlotFeatures features, UnderstandingOptions options)
    {
        var random = new Random(options.Seed);
        var sentences = new List<SlotTagger.Sentence>(set.Entries.Count);
        foreach (var entry in set.Entries)
        {
            var own = tags[entry.Frame.Tool.Name];
            if (SlotSpans.Gold(entry.Marked, entry.Tokens, own) is not { } gold) continue;
            sentences.Add(new SlotTagger.Sentence(entry.Tokens, features.Of(entry.Tokens, entry.Values, Hash.Of(entry.Frame.Tool.Name), random), own, gold));
        }

        return SlotTagger.Train(sentences, options.ArgumentPasses, options.Seed);
    }
}
