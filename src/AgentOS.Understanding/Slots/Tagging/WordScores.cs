using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What single words bring to the scores of the tokens around them, kept by word, so that it is looked up once and not feature by feature.</summary>
internal sealed class WordScores(TaggerModel model)
{
    private readonly WordCache<WordScore> words = new();
    private readonly Lazy<WordScore> edge = new(() => Made(model, WordHashes.Edge, new FeatureBuffer()));

    /// <summary>What stands before the first and after the last token.</summary>
    public WordScore Edge => edge.Value;

    public WordScore Of(in Token token)
    {
        var written = token.IsCapital ? 1UL : 0;
        return words.Find(token, written) ?? words.Keep(token, Made(token), written);
    }

    private WordScore Made(in Token token)
    {
        var hashes = WordHashes.Of(token, model.Knowledge);
        var own = new FeatureBuffer();
        WordFeatures.AddOwn(token, hashes, own);
        return Made(model, hashes, own);
    }

    private static WordScore Made(TaggerModel model, in WordHashes hashes, FeatureBuffer own)
    {
        var rows = new float[WordFeatures.Places][];
        for (var place = 0; place < rows.Length; place++)
        {
            var features = place == WordFeatures.Own ? own : new FeatureBuffer();
            WordFeatures.Add(place, hashes, features);
            rows[place] = new float[model.Labels.Outputs];
            foreach (var feature in features.Hashes) model.Weights.AddTo(rows[place], feature, 1);
            if (!rows[place].AsSpan().ContainsAnyExcept(0f)) rows[place] = [];
        }

        return new WordScore(hashes, rows);
    }
}

/// <summary>What a word brings.</summary>
/// <param name="Hashes">What features name it by.</param>
/// <param name="Rows">Scores for the token that has it at each of <see cref="WordFeatures.Places"/>: two before, one before, itself, one after, two after; empty where they are zero.</param>
internal sealed record WordScore(WordHashes Hashes, float[][] Rows);
