using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Everything that an utterance shows, block by block.</summary>
internal static class UtteranceFeatures
{
    public static List<RawFeature> Of(IReadOnlyList<Token> tokens)
    {
        var features = new List<RawFeature>(tokens.Count * 48);
        var keys = new PairKeys[tokens.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = PairKeys.Of(tokens[i]);
            WordFeatures.Add(tokens[i], keys[i], features);
            LetterFeatures.Add(tokens[i].Norm, features);
        }

        PairFeatures.Add(keys, features);
        ClassFeatures.Add(tokens, [], features);
        return features;
    }
}
