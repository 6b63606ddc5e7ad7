using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>The memory that tagging one utterance needs, used again for the next; for one thread at a time.</summary>
internal sealed class TaggerWorkspace(SlotLabels labels, SeenPhrases phrases, Glue glue, TaggerSettings settings)
{
    private readonly TokenFeatures features = new(settings, phrases);
    private readonly FeatureBuffer buffer = new();
    private readonly Decoder decoder = new(labels);
    private float[] scores = [];
    private TokenLabel[] path = [];

    public ReadOnlySpan<TokenLabel> Tag(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> intents, TaggerWeights weights)
    {
        features.Of(tokens, intents, null, buffer);
        if (path.Length < tokens.Count) (path, scores) = (new TokenLabel[tokens.Count], new float[tokens.Count * labels.Outputs]);
        var all = scores.AsSpan(0, tokens.Count * labels.Outputs);
        all.Clear();
        for (var t = 0; t < tokens.Count; t++)
        {
            var row = all.Slice(t * labels.Outputs, labels.Outputs);
            row[labels.Outside] -= settings.Eagerness;
            for (var i = buffer.Starts[t]; i < buffer.Starts[t + 1]; i++) weights.AddTo(row, buffer.Hashes[i], buffer.Values[i]);
        }

        if (!settings.Off.Contains("glue")) glue.Apply(tokens, all, labels);
        var best = path.AsSpan(0, tokens.Count);
        decoder.Best(all, weights.Moves, best);
        return best;
    }
}
