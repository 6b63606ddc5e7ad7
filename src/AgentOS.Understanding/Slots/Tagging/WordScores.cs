using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What single words and signs bring to the scores of the tokens around them, kept, so that it is looked up once and not feature by feature.</summary>
internal sealed class WordScores(TaggerModel model)
{
    private readonly WordCache<WordScore> words = new();
    private readonly ScoreBlock?[] signs = new ScoreBlock?[SignFeatures.Count];
    private readonly Lazy<ScoreBlock> edge = new(() =>
    {
        var features = new FeatureBuffer();
        WordFeatures.AddNames(0, WordHashes.Edge, features);
        return ScoreBlock.Of(model.Weights, features);
    });

    /// <summary>What stands before the first and after the last token.</summary>
    public ScoreBlock Edge => edge.Value;

    public WordScore Of(in Token token)
    {
        var written = token.IsCapital ? 1UL : 0;
        return words.Find(token, written) ?? words.Keep(token, Made(token), written);
    }

    public ScoreBlock Of(int sign)
    {
        if (signs[sign] is { } kept) return kept;
        var features = new FeatureBuffer();
        SignFeatures.Add(0, sign, features);
        return signs[sign] = ScoreBlock.Of(model.Weights, features);
    }

    private WordScore Made(in Token token)
    {
        var hashes = WordHashes.Of(token, model.Knowledge);
        var features = new FeatureBuffer();
        WordFeatures.Add(0, token, hashes, features);
        new PhraseFeatures(model.Phrases).AddWord(0, token, features);
        if (model.Knowledge is { } knowledge) WordFeatures.AddKnown(0, token, knowledge, features);
        return new WordScore(hashes, PhraseWord.Of(token, model.Phrases), ScoreBlock.Of(model.Weights, features));
    }
}

/// <summary>What a word brings.</summary>
/// <param name="Hashes">What features name it by.</param>
/// <param name="Phrases">How phrases are made of it.</param>
/// <param name="Scores">What it brings to the scores of the tokens around.</param>
internal sealed record WordScore(WordHashes Hashes, PhraseWord Phrases, ScoreBlock Scores);
