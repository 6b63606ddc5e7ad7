using AgentOS.Understanding.Intents;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What the tagger sees of each token: words around it, parts of words, shapes, recognised values, the intents.</summary>
internal sealed class TokenFeatures(TaggerSettings settings, SeenPhrases seen)
{
    private const int Pad = 3;
    private const int TopIntents = 3;
    private static readonly ulong Edge = Hash.Of("#edge");
    private readonly PhraseFeatures phrases = new(seen);
    private readonly LexiconFeatures? lexicon = settings.Off.Contains("lexicon") ? null : new();
    private readonly bool useRarity = !settings.Off.Contains("rarity");
    private readonly bool useIntents = !settings.Off.Contains("intents");
    private readonly bool usePhrases = !settings.Off.Contains("phrases");
    private readonly bool useGrams = !settings.Off.Contains("grams");
    private ulong[] words = [], shapes = [], ends = [], stems = [], kinds = [], rarities = [];
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
        Rarities(tokens.Count, own is not null);
        var known = usePhrases ? phrases.Find(tokens, own) : [];
        var classes = lexicon?.Find(tokens) ?? [];
        var next = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            Context(tokens, i, buffer);
            for (; next < known.Count && known[next].Token == i; next++) buffer.Add(known[next].Feature);
            Classes(classes, i, buffer);
            buffer.Own();
            Own(tokens[i], i + Pad, buffer);
            buffer.EndToken();
        }
    }

    private void Prepare(IReadOnlyList<Token> tokens, IReadOnlyList<ScoredIntent> ranking)
    {
        var size = tokens.Count + (2 * Pad);
        if (words.Length < size) (words, shapes, ends, stems, kinds, rarities) = (new ulong[size], new ulong[size], new ulong[size], new ulong[size], new ulong[size], new ulong[size]);
        foreach (var table in (ReadOnlySpan<ulong[]>)[words, shapes, ends, stems, rarities]) table.AsSpan(0, size).Fill(Edge);
        kinds.AsSpan(0, size).Clear();
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            words[i + Pad] = Hash.Of(token.Norm);
            shapes[i + Pad] = Shape(token);
            ends[i + Pad] = Hash.Of(token.Norm.AsSpan(Math.Max(0, token.Norm.Length - 3)), 3);
            stems[i + Pad] = Hash.Of(Stem.Of(token.Norm), 4);
        }

        foreach (var value in ValueScanner.Scan(tokens, ValueContext.Fixed))
            for (var i = value.Start; i < value.End; i++)
                kinds[i + Pad] |= 1UL << (((int)value.Kind * 3) + (i == value.Start ? 0 : i == value.End - 1 ? 2 : 1));

        ranked = Math.Min(TopIntents, ranking.Count);
        var sum = 0f;
        for (var k = 0; k < ranked; k++) sum += ranking[k].Probability;
        for (var k = 0; k < ranked; k++) (intents[k], shares[k]) = (Hash.Of(ranking[k].Name, 7), ranking[k].Probability / sum);
        while (ranked > 1 && shares[ranked - 1] < 0.05f) ranked--;
    }

    /// <summary>How often each word was seen in other utterances, and how often outside of slots, roughly.</summary>
    private void Rarities(int length, bool isTraining)
    {
        for (var i = 0; i < length; i++)
        {
            seen.Member(words[i + Pad], out var total);
            for (var j = 0; isTraining && j < length; j++)
                if (words[j + Pad] == words[i + Pad]) total--;
            rarities[i + Pad] = total <= 0 ? 0UL : total < 2 ? 1UL : total < 5 ? 2UL : total < 20 ? 3UL : total < 100 ? 4UL : 5UL;
        }
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
        to.Add(Hash.Join(6, words[i - 3]));
        to.Add(Hash.Join(7, words[i + 3]));
        to.Add(Hash.Join(8, Hash.Join(before2, before)));
        to.Add(Hash.Join(9, Hash.Join(after, after2)));
        to.Add(Hash.Join(10, Hash.Join(before, after)));
        to.Add(Hash.Join(11, Hash.Join(words[i - 3], Hash.Join(before2, before))));
        to.Add(Hash.Join(12, Hash.Join(after, Hash.Join(after2, words[i + 3]))));
        to.Add(Hash.Join(13, stems[i - 1]));
        to.Add(Hash.Join(14, stems[i + 1]));
        to.Add(Hash.Join(15, ends[i - 1]));
        to.Add(Hash.Join(16, ends[i + 1]));
        to.Add(Hash.Join(17, shapes[i - 1]));
        to.Add(Hash.Join(18, shapes[i + 1]));
        to.Add(Hash.Join(19, shapes[i]));
        to.Add(Hash.Join(20, Hash.Join(shapes[i], before)));
        to.Add(Hash.Join(21, Hash.Join(shapes[i], after)));
        to.Add(Hash.Join(22, Hash.Join(shapes[i - 1], Hash.Join(shapes[i], shapes[i + 1]))));
        to.Add(Hash.Join(23, kinds[i]));
        to.Add(Hash.Join(24, Hash.Join(kinds[i], kinds[i - 1])));
        to.Add(Hash.Join(25, Hash.Join(kinds[i], kinds[i + 1])));
        to.Add(Hash.Join(26, Hash.Join(kinds[i], before)));
        to.Add(Hash.Join(27, Hash.Join(kinds[i], after)));
        var glued = (token > 0 && tokens[token - 1].End == tokens[token].Start ? 1UL : 0) | (token + 1 < tokens.Count && tokens[token].End == tokens[token + 1].Start ? 2UL : 0);
        to.Add(Hash.Join(28, glued));
        to.Add(Hash.Join(29, (ulong)Math.Min(token, 4)));
        to.Add(Hash.Join(30, (ulong)Math.Min(tokens.Count - token, 4)));
        if (useRarity)
        {
            ulong rarity = rarities[i], rarityBefore = rarities[i - 1], rarityAfter = rarities[i + 1];
            to.Add(Hash.Join(37, rarity));
            to.Add(Hash.Join(38, Hash.Join(rarityBefore, rarity)));
            to.Add(Hash.Join(39, Hash.Join(rarity, rarityAfter)));
            to.Add(Hash.Join(40, Hash.Join(rarityBefore, Hash.Join(rarity, rarityAfter))));
            to.Add(Hash.Join(41, Hash.Join(rarity, before)));
            to.Add(Hash.Join(42, Hash.Join(rarity, after)));
            to.Add(Hash.Join(43, Hash.Join(rarity, Hash.Join(before2, before))));
            to.Add(Hash.Join(44, Hash.Join(rarity, Hash.Join(after, after2))));
            to.Add(Hash.Join(45, Hash.Join(rarity, Hash.Join(rarityBefore, before2))));
            to.Add(Hash.Join(46, Hash.Join(rarity, Hash.Join(rarityAfter, after2))));
            if (ranked > 0)
            {
                to.Add(Hash.Join(47, Hash.Join(rarity, intents[0])));
                to.Add(Hash.Join(48, Hash.Join(rarity, Hash.Join(intents[0], before))));
                to.Add(Hash.Join(49, Hash.Join(rarity, Hash.Join(intents[0], after))));
            }
        }

        if (!useIntents) return;
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
        if (useIntents)
        {
            for (var k = 0; k < ranked; k++)
            {
                to.Add(Hash.Join(58, Hash.Join(intents[k], word)), shares[k]);
                to.Add(Hash.Join(59, Hash.Join(intents[k], Hash.Join(before, word))), shares[k]);
            }
        }

        if (token.Kind != TokenKind.Word) return;
        var text = token.Norm.AsSpan();
        for (var n = 1; n <= 5 && n <= text.Length; n++)
        {
            to.Add(Hash.Of(text[..n], 60));
            to.Add(Hash.Of(text[^n..], 61));
        }

        if (!useGrams) return;
        for (var n = 3; n <= 4; n++)
            for (var at = 1; at + n < text.Length; at++)
                to.Add(Hash.Of(text.Slice(at, n), 62));
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
