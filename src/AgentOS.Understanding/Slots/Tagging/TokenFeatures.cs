using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What the tagger sees of each token: words around it, parts of words, shapes, recognised values, the intents.</summary>
internal sealed class TokenFeatures(SeenPhrases seen, IWordKnowledge? knowledge)
{
    private const int Pad = 3;
    private const int TopIntents = 3;
    private readonly List<ulong> known = [];
    private readonly PhraseFeatures phrases = new(seen);
    private readonly LexiconFeatures lexicon = new();
    private WordHashes[] hashes = [];
    private ulong[] words = [], shapes = [], kinds = [];
    private readonly ulong[] intents = new ulong[TopIntents];
    private readonly float[] shares = new float[TopIntents];
    private int ranked;

    /// <summary>All features, for training.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="ranking">Its intents.</param>
    /// <param name="own">What the tokens are, so that phrases are not known from the utterance itself.</param>
    /// <param name="buffer">Takes the features.</param>
    public void OfTraining(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, TokenLabel[] own, FeatureBuffer buffer)
    {
        Reserve(tokens.Count);
        for (var i = 0; i < tokens.Count; i++) hashes[i + Pad] = WordHashes.Of(tokens[i], knowledge);
        Of(tokens, ranking, own, true, buffer);
    }

    /// <summary>The features that do not follow from single words.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="ranking">Its intents.</param>
    /// <param name="known">Its words.</param>
    /// <param name="buffer">Takes the features.</param>
    public void BeyondWords(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, ReadOnlySpan<WordScore> known, FeatureBuffer buffer)
    {
        Reserve(tokens.Count);
        for (var i = 0; i < known.Length; i++) hashes[i + Pad] = known[i].Hashes;
        Of(tokens, ranking, null, false, buffer);
    }

    private void Of(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, TokenLabel[]? own, bool words, FeatureBuffer buffer)
    {
        buffer.Clear();
        Prepare(tokens, ranking);
        phrases.Find(tokens, own);
        lexicon.Find(tokens);
        for (var i = 0; i < tokens.Count; i++)
        {
            if (words) Neighbours(i + Pad, buffer);
            Context(tokens, i, buffer);
            phrases.AddTo(i, buffer);
            Classes(i, buffer);
            Known(tokens[i], buffer);
            buffer.Own();
            if (words) WordFeatures.AddOwn(tokens[i], hashes[i + Pad], buffer);
            Own(i + Pad, buffer);
            buffer.EndToken();
        }
    }

    private void Reserve(int tokens)
    {
        var size = tokens + (2 * Pad);
        if (hashes.Length < size) (hashes, words, shapes, kinds) = (new WordHashes[size], new ulong[size], new ulong[size], new ulong[size]);
        hashes.AsSpan(0, size).Fill(WordHashes.Edge);
    }

    private void Prepare(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking)
    {
        var size = tokens.Count + (2 * Pad);
        for (var i = 0; i < size; i++) (words[i], shapes[i], kinds[i]) = (hashes[i].Word, hashes[i].Shape, 0);
        foreach (var value in ValueScanner.Scan(tokens, ValueContext.Fixed))
            for (var i = value.Start; i < value.End; i++)
                kinds[i + Pad] |= (i == value.Start ? 1UL : 0) + (i == value.End - 1 ? 2UL : 0) + 4UL << ((int)value.Kind * 3);

        ranked = Math.Min(TopIntents, ranking.Count);
        var sum = 0f;
        for (var k = 0; k < ranked; k++) sum += ranking[k].Probability;
        for (var k = 0; k < ranked; k++) (intents[k], shares[k]) = (Hash.Of(ranking[k].Name, 7), ranking[k].Probability / sum);
        while (ranked > 1 && shares[ranked - 1] < 0.05f) ranked--;
    }

    private void Classes(int token, FeatureBuffer to)
    {
        var i = token + Pad;
        foreach (var (name, place) in lexicon.At(token))
        {
            to.Add(Hash.Join(70, Hash.Join(name, place)));
            to.Add(Hash.Join(71, Hash.Join(name, words[i - 1])));
            to.Add(Hash.Join(72, Hash.Join(name, words[i + 1])));
            if (ranked > 0) to.Add(Hash.Join(73, Hash.Join(name, intents[0])));
        }

        foreach (var (name, _) in lexicon.At(token - 1)) to.Add(Hash.Join(74, name));
        foreach (var (name, _) in lexicon.At(token + 1)) to.Add(Hash.Join(75, name));
        foreach (var (name, _) in lexicon.At(token - 2)) to.Add(Hash.Join(76, name));
        foreach (var (name, _) in lexicon.At(token + 2)) to.Add(Hash.Join(77, name));
    }

    private void Neighbours(int i, FeatureBuffer to)
    {
        for (var place = 0; place < WordFeatures.Places; place++) WordFeatures.Add(place, hashes[i + place - WordFeatures.Own], to);
    }

    private void Context(IReadOnlyList<Token> tokens, int token, FeatureBuffer to)
    {
        var i = token + Pad;
        ulong before = words[i - 1], after = words[i + 1], before2 = words[i - 2], after2 = words[i + 2];
        to.Add(Hash.Mix(1));
        to.Add(Hash.Join(8, Hash.Join(before2, before)));
        to.Add(Hash.Join(9, Hash.Join(after, after2)));
        to.Add(Hash.Join(10, Hash.Join(before, after)));
        to.Add(Hash.Join(19, shapes[i]));
        to.Add(Hash.Join(20, Hash.Join(shapes[i], before)));
        to.Add(Hash.Join(21, Hash.Join(shapes[i], after)));
        to.Add(Hash.Join(23, kinds[i]));
        to.Add(Hash.Join(26, Hash.Join(kinds[i], before)));
        to.Add(Hash.Join(27, Hash.Join(kinds[i], after)));
        for (var (left, kind) = (kinds[i], 1UL); left != 0; (left, kind) = (left >> 3, kind + 1))
        {
            if ((left & 7) == 0) continue;
            var place = Hash.Join(kind, left & 7);
            to.Add(Hash.Join(37, place));
            to.Add(Hash.Join(38, Hash.Join(place, before)));
            to.Add(Hash.Join(39, Hash.Join(place, after)));
            if (ranked > 0) to.Add(Hash.Join(40, Hash.Join(place, intents[0])));
        }

        var glued = (token > 0 && tokens[token - 1].End == tokens[token].Start ? 1UL : 0) | (token + 1 < tokens.Count && tokens[token].End == tokens[token + 1].Start ? 2UL : 0);
        to.Add(Hash.Join(28, glued));
        to.Add(Hash.Join(29, (ulong)Math.Min(token, 4)));
        to.Add(Hash.Join(30, (ulong)Math.Min(tokens.Count - token, 4)));
        for (var k = 0; k < ranked; k++)
        {
            var (intent, share) = (intents[k], shares[k]);
            to.Add(Hash.Join(31, intent), share);
            to.Add(Hash.Join(32, Hash.Join(intent, before)), share);
            to.Add(Hash.Join(33, Hash.Join(intent, after)), share);
            to.Add(Hash.Join(34, Hash.Join(intent, shapes[i])), share);
            to.Add(Hash.Join(35, Hash.Join(intent, kinds[i])), share);
            to.Add(Hash.Join(36, Hash.Join(intent, Hash.Join(before2, before))), share);
        }
    }

    private void Own(int i, FeatureBuffer to)
    {
        ulong word = words[i], before = words[i - 1], after = words[i + 1];
        to.Add(Hash.Join(52, Hash.Join(before, word)));
        to.Add(Hash.Join(53, Hash.Join(word, after)));
        to.Add(Hash.Join(54, Hash.Join(words[i - 2], Hash.Join(before, word))));
        to.Add(Hash.Join(55, Hash.Join(word, Hash.Join(after, words[i + 2]))));
        to.Add(Hash.Join(56, Hash.Join(before, Hash.Join(word, after))));
        for (var k = 0; k < ranked; k++)
        {
            to.Add(Hash.Join(58, Hash.Join(intents[k], word)), shares[k]);
            to.Add(Hash.Join(59, Hash.Join(intents[k], Hash.Join(before, word))), shares[k]);
        }
    }

    /// <summary>What is known beforehand of a word, also without its particles.</summary>
    private void Known(in Token token, FeatureBuffer to)
    {
        if (knowledge is null) return;
        known.Clear();
        knowledge.AddNames(token.Norm, known);
        knowledge.AddChoices(token.Norm, known);
        foreach (var feature in known) to.Add(feature);
        for (var prefix = Particles.Of(token); prefix > 0; prefix--)
        {
            known.Clear();
            knowledge.AddNames(Particles.Rest(token.Norm, prefix), known);
            foreach (var feature in known) to.Add(Hash.Join(80 + (ulong)prefix, feature));
        }
    }
}
