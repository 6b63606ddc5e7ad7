using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What the tagger sees of each token: words around it, parts of words, shapes, recognised values, the intents.</summary>
internal sealed class TokenFeatures(SeenPhrases seen, IWordKnowledge? knowledge)
{
    private const int Pad = 3;
    private const int TopIntents = 3;
    private static readonly ulong Edge = Hash.Of("#edge"), Unknown = Hash.Of("#unknown");
    private readonly List<ulong> known = [];
    private readonly PhraseFeatures phrases = new(seen);
    private readonly LexiconFeatures lexicon = new();
    private ulong[] words = [], shapes = [], ends = [], stems = [], kinds = [];
    private readonly ulong[] intents = new ulong[TopIntents];
    private readonly float[] shares = new float[TopIntents];
    private int ranked;

    /// <param name="tokens">The utterance.</param>
    /// <param name="ranking">Its intents.</param>
    /// <param name="own">In training what the tokens are, so that phrases are not known from the utterance itself.</param>
    /// <param name="buffer">Takes the features.</param>
    public void Of(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking, TokenLabel[]? own, FeatureBuffer buffer)
    {
        buffer.Clear();
        Prepare(tokens, ranking);
        var known = phrases.Find(tokens, own);
        var classes = lexicon.Find(tokens);
        var next = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            Context(tokens, i, buffer);
            for (; next < known.Count && known[next].Token == i; next++) buffer.Add(known[next].Feature);
            Classes(classes, i, buffer);
            Known(tokens[i], buffer);
            buffer.Own();
            Own(tokens[i], i + Pad, buffer);
            buffer.EndToken();
        }
    }

    private void Prepare(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking)
    {
        var size = tokens.Count + (2 * Pad);
        if (words.Length < size) (words, shapes, ends, stems, kinds) = (new ulong[size], new ulong[size], new ulong[size], new ulong[size], new ulong[size]);
        foreach (var table in (ReadOnlySpan<ulong[]>)[words, shapes, ends, stems]) table.AsSpan(0, size).Fill(Edge);
        kinds.AsSpan(0, size).Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            words[i + Pad] = Word(token);
            shapes[i + Pad] = Shape(token);
            ends[i + Pad] = Hash.Of(token.Norm.AsSpan(Math.Max(0, token.Norm.Length - 3)), 3);
            stems[i + Pad] = Hash.Of(Stem.Of(token.Norm), 4);
        }

        foreach (var value in ValueScanner.Scan(tokens, ValueContext.Fixed))
            for (var i = value.Start; i < value.End; i++)
                kinds[i + Pad] |= (i == value.Start ? 1UL : 0) + (i == value.End - 1 ? 2UL : 0) + 4UL << ((int)value.Kind * 3);

        ranked = Math.Min(TopIntents, ranking.Count);
        var sum = 0f;
        for (var k = 0; k < ranked; k++) sum += ranking[k].Probability;
        for (var k = 0; k < ranked; k++) (intents[k], shares[k]) = (Hash.Of(ranking[k].Name, 7), ranking[k].Probability / sum);
        while (ranked > 1 && shares[ranked - 1] < 0.05f) ranked--;
    }

    private void Classes(List<(int Token, ulong Class, ulong Place)> classes, int token, FeatureBuffer to)
    {
        var i = token + Pad;
        foreach (var (at, name, place) in classes)
        {
            if (at == token)
            {
                var own = Hash.Join(name, place);
                to.Add(Hash.Join(70, own));
                to.Add(Hash.Join(71, Hash.Join(name, words[i - 1])));
                to.Add(Hash.Join(72, Hash.Join(name, words[i + 1])));
                if (ranked > 0) to.Add(Hash.Join(73, Hash.Join(name, intents[0])));
            }
            else if (at == token - 1)
            {
                to.Add(Hash.Join(74, name));
            }
            else if (at == token + 1)
            {
                to.Add(Hash.Join(75, name));
            }
            else if (at == token - 2)
            {
                to.Add(Hash.Join(76, name));
            }
            else if (at == token + 2)
            {
                to.Add(Hash.Join(77, name));
            }
        }
    }

    private void Context(IReadOnlyList<Token> tokens, int token, FeatureBuffer to)
    {
        var i = token + Pad;
        ulong before = words[i - 1], after = words[i + 1], before2 = words[i - 2], after2 = words[i + 2];
        to.Add(Hash.Mix(1));
        to.Add(Hash.Join(2, before));
        to.Add(Hash.Join(3, after));
        to.Add(Hash.Join(4, before2));
        to.Add(Hash.Join(5, after2));
        to.Add(Hash.Join(8, Hash.Join(before2, before)));
        to.Add(Hash.Join(9, Hash.Join(after, after2)));
        to.Add(Hash.Join(10, Hash.Join(before, after)));
        to.Add(Hash.Join(13, stems[i - 1]));
        to.Add(Hash.Join(14, stems[i + 1]));
        to.Add(Hash.Join(15, ends[i - 1]));
        to.Add(Hash.Join(16, ends[i + 1]));
        to.Add(Hash.Join(17, shapes[i - 1]));
        to.Add(Hash.Join(18, shapes[i + 1]));
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

    private void Own(in Token token, int i, FeatureBuffer to)
    {
        ulong word = words[i], before = words[i - 1], after = words[i + 1];
        to.Add(Hash.Join(51, word));
        to.Add(Hash.Join(52, Hash.Join(before, word)));
        to.Add(Hash.Join(53, Hash.Join(word, after)));
        to.Add(Hash.Join(54, Hash.Join(words[i - 2], Hash.Join(before, word))));
        to.Add(Hash.Join(55, Hash.Join(word, Hash.Join(after, words[i + 2]))));
        to.Add(Hash.Join(56, Hash.Join(before, Hash.Join(word, after))));
        to.Add(Hash.Join(57, stems[i]));
        for (var k = 0; k < ranked; k++)
        {
            to.Add(Hash.Join(58, Hash.Join(intents[k], word)), shares[k]);
            to.Add(Hash.Join(59, Hash.Join(intents[k], Hash.Join(before, word))), shares[k]);
        }

        if (token.Kind != TokenKind.Word) return;
        var text = token.Norm.AsSpan();
        for (var n = 1; n <= 5 && n <= text.Length; n++)
        {
            to.Add(Hash.Of(text[..n], 60));
            to.Add(Hash.Of(text[^n..], 61));
        }

        for (var n = 3; n <= 4; n++)
            for (var at = 1; at + n < text.Length; at++)
                to.Add(Hash.Of(text.Slice(at, n), 62));
    }

    /// <summary>The word itself, unless it is known that it can only be a name: then its shape.</summary>
    private ulong Word(in Token token) => knowledge is null ? Hash.Of(token.Norm) : token.Kind switch
    {
        TokenKind.Number => Hash.Of("#number"),
        TokenKind.Code => Hash.Of(token.Norm.AsSpan(0, token.Norm.IndexOf('-') + 1)),
        TokenKind.Address => Hash.Of("#address"),
        TokenKind.Mark => Hash.Of(token.Norm),
        _ => knowledge.Knows(token.Norm) ? Hash.Of(token.Norm) : Hash.Join(Unknown, (ulong)Particles.Of(token)),
    };

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

    private static ulong Shape(in Token token)
    {
        var length = (ulong)Math.Min(token.Norm.Length, 8);
        return Hash.Join((ulong)token.Kind, token.Kind switch
        {
            TokenKind.Mark => Hash.Of(token.Norm),
            TokenKind.Word => (token.IsCapital ? 64UL : 0) | (Folding.IsArabic(token.Norm[0]) ? 32UL : 0) | (length < 3 ? length : length < 6 ? 4UL : 8UL),
            _ => length,
        });
    }
}
