using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What the tagger sees of each token: words around it, parts of words, shapes, recognised values, the intents. For one thread.</summary>
internal sealed class TokenFeatures(SeenPhrases seen, IWordKnowledge? knowledge)
{
    private const int Pad = 2;
    private const int TopIntents = 3;
    private const float LeastShare = 0.05f;
    private static readonly Reach Pair = new(0b11110, 0b01100), Three = new(0b01110, 0b01110), WithIntent = new(0b01110, 0b00100);
    private readonly PhraseFeatures phrases = new(seen);
    private readonly ulong[] intents = new ulong[TopIntents];
    private readonly float[] shares = new float[TopIntents];
    private WordHashes[] words = [];
    private int ranked;

    /// <summary>The signs of the tokens.</summary>
    public SignFeatures Signs { get; } = new();

    /// <summary>All features, for training.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="ranking">Its intents.</param>
    /// <param name="own">What the tokens are, so that phrases are not known from the utterance itself.</param>
    /// <param name="buffer">Takes the features.</param>
    public void OfTraining(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, TokenLabel[] own, FeatureBuffer buffer)
    {
        Reserve(tokens.Count);
        phrases.Begin(tokens.Count, own);
        for (var i = 0; i < tokens.Count; i++)
        {
            words[i + Pad] = WordHashes.Of(tokens[i], knowledge);
            phrases.Put(i, PhraseWord.Of(tokens[i], seen), SeenPhrases.Word(tokens[i], own[i]));
        }

        Begin(tokens, ranking, buffer);
        for (var i = -Pad; i < tokens.Count + Pad; i++)
        {
            if (i < 0 || i >= tokens.Count)
            {
                WordFeatures.AddNames(i, WordHashes.Edge, buffer);
                continue;
            }

            WordFeatures.Add(i, tokens[i], words[i + Pad], buffer);
            phrases.AddWord(i, tokens[i], buffer);
            if (knowledge is not null) WordFeatures.AddKnown(i, tokens[i], knowledge, buffer);
            foreach (var sign in Signs.At(i)) SignFeatures.Add(i, sign, buffer);
            for (var k = 0; k < ranked; k++) buffer.Add(i, OfIntent(intents[k]), Reach.Here, shares[k]);
        }

        Beyond(tokens, buffer);
    }

    /// <summary>The features that follow neither from a single word, nor from a sign, nor from an intent alone.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="ranking">Its intents.</param>
    /// <param name="known">Its words.</param>
    /// <param name="buffer">Takes the features.</param>
    public void BeyondWords(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, ReadOnlySpan<WordScore> known, FeatureBuffer buffer)
    {
        Reserve(tokens.Count);
        phrases.Begin(tokens.Count, null);
        for (var i = 0; i < known.Length; i++)
        {
            words[i + Pad] = known[i].Hashes;
            phrases.Put(i, known[i].Phrases, 0);
        }

        Begin(tokens, ranking, buffer);
        Beyond(tokens, buffer);
    }

    /// <summary>Adds what the intents alone say of any token to a token's scores.</summary>
    public void AddIntents(TaggerWeights weights, Span<float> window)
    {
        for (var k = 0; k < ranked; k++) weights.AddTo(window, OfIntent(intents[k]), shares[k]);
    }

    private static ulong OfIntent(ulong intent) => Hash.Join(31, intent);

    private void Reserve(int tokens)
    {
        var size = tokens + (2 * Pad) + 1;
        if (words.Length < size) words = new WordHashes[size];
        words.AsSpan(0, size).Fill(WordHashes.Edge);
    }

    private void Begin(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, FeatureBuffer buffer)
    {
        buffer.Clear();
        Signs.Find(tokens);
        ranked = Math.Min(TopIntents, ranking.Count);
        var sum = 0f;
        for (var k = 0; k < ranked; k++) sum += ranking[k].Probability;
        for (var k = 0; k < ranked; k++) (intents[k], shares[k]) = (Hash.Of(ranking[k].Name, 7), ranking[k].Probability / sum);
        while (ranked > 1 && shares[ranked - 1] < LeastShare) ranked--;
    }

    private void Beyond(IReadOnlyList<Token> tokens, FeatureBuffer to)
    {
        for (var i = -Pad; i <= tokens.Count; i++)
        {
            ulong word = words[i + Pad].Word, after = words[i + Pad + 1].Word;
            var pair = Hash.Join(word, after);
            to.Add(i, Hash.Join(8, pair), Pair);
            if (i < -1) continue;
            for (var k = 0; k < ranked; k++) to.Add(i, Hash.Join(11, Hash.Join(intents[k], word)), WithIntent, shares[k]);
            var before = words[i + Pad - 1].Word;
            to.Add(i, Hash.Join(10, Hash.Join(before, pair)), Three);
            if (i < 0 || i == tokens.Count) continue;
            to.Add(i, Hash.Join(12, Hash.Join(before, after)), Reach.Here);
            phrases.AddLonger(i, to);
        }
    }
}
