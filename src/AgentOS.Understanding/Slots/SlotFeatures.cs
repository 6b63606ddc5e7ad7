using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Slots;

/// <summary>What the tagger sees of each token. Words that only occur as names are seen by their shape, so that unseen names look like seen ones.</summary>
internal sealed class SlotFeatures(SlotVocabulary vocabulary)
{
    /// <summary>Percent of words that are hidden while learning, so that the words around them are learnt from too.</summary>
    private const int Dropped = 8;

    private static readonly ulong Unknown = Hash.Of("#unknown"), Edge = Hash.Of("#edge");

    /// <summary>Features of every token of one utterance.</summary>
    public ulong[][] Of(IReadOnlyList<Token> tokens, IReadOnlyList<FoundValue> values, ulong tool, Random? dropout = null, IReadOnlyList<NameMatch>? names = null)
    {
        var words = new ulong[tokens.Count];
        for (var i = 0; i < words.Length; i++) words[i] = dropout is not null && tokens[i].Kind == TokenKind.Word && dropout.Next(100) < Dropped ? Hash.Join(Unknown, Shape(tokens[i])) : Word(tokens[i]);
        var kinds = Kinds(tokens.Count, values);
        var cased = dropout is null || dropout.Next(3) > 0;
        var all = new ulong[tokens.Count][];
        var features = new List<ulong>(48);
        for (var i = 0; i < all.Length; i++)
        {
            features.Clear();
            Add(features, tokens, words, kinds, tool, i);
            if (cased && tokens[i].IsCapital)
            {
                features.Add(i == 0 ? 34UL : 33UL);
                features.Add(Hash.Join(35, Hash.Join(i == 0 ? 1UL : 0UL, words[i])));
            }

            if (dropout is null || dropout.Next(2) == 0) vocabulary.AddNames(tokens[i].Norm, features);
            if (names is not null) NameFeatures.Add(names, i, features);
            vocabulary.AddChoices(tokens[i].Norm, features);
            all[i] = [.. features];
        }

        return all;
    }

    private static void Add(List<ulong> features, IReadOnlyList<Token> tokens, ulong[] words, uint[] kinds, ulong tool, int i)
    {
        ulong At(int k) => k < 0 || k >= words.Length ? Edge : words[k];
        ulong KindAt(int k) => k < 0 || k >= kinds.Length ? 0 : kinds[k];
        var token = tokens[i];
        ulong w = At(i), before = At(i - 1), after = At(i + 1), shape = Shape(token);
        features.Add(1);
        features.Add(Hash.Join(2, tool));
        features.Add(Hash.Join(3, w));
        features.Add(Hash.Join(4, before));
        features.Add(Hash.Join(5, after));
        features.Add(Hash.Join(6, At(i - 2)));
        features.Add(Hash.Join(7, At(i + 2)));
        features.Add(Hash.Join(8, Hash.Join(before, w)));
        features.Add(Hash.Join(9, Hash.Join(w, after)));
        features.Add(Hash.Join(10, Hash.Join(before, after)));
        features.Add(Hash.Join(11, Hash.Join(At(i - 2), before)));
        features.Add(Hash.Join(12, Hash.Join(after, At(i + 2))));
        features.Add(Hash.Join(13, Hash.Join(tool, w)));
        features.Add(Hash.Join(14, Hash.Join(tool, before)));
        features.Add(Hash.Join(15, Hash.Join(tool, after)));
        features.Add(Hash.Join(16, shape));
        features.Add(Hash.Join(17, Hash.Join(shape, before)));
        features.Add(Hash.Join(18, Hash.Join(shape, after)));
        features.Add(Hash.Join(19, kinds[i]));
        features.Add(Hash.Join(20, Hash.Join(tool, kinds[i])));
        features.Add(Hash.Join(21, Hash.Join(kinds[i], before)));
        features.Add(Hash.Join(22, Hash.Join(kinds[i], after)));
        features.Add(Hash.Join(23, KindAt(i - 1)));
        features.Add(Hash.Join(24, KindAt(i + 1)));
        features.Add(Hash.Join(25, Hash.Join(tool, Hash.Join(KindAt(i - 1), shape))));
        features.Add(Hash.Join(26, Hash.Join(tool, Hash.Join(before, shape))));
        features.Add(Hash.Join(27, Hash.Join(At(i - 2), Hash.Join(before, shape))));
        if (token.Kind != TokenKind.Word) return;
        features.Add(Hash.Of(token.Norm.AsSpan(0, 1), 28));
        features.Add(Hash.Of(token.Norm.AsSpan(0, Math.Min(2, token.Norm.Length)), 29));
        features.Add(Hash.Of(token.Norm.AsSpan(0, Math.Min(3, token.Norm.Length)), 30));
        features.Add(Hash.Of(token.Norm.AsSpan(Math.Max(0, token.Norm.Length - 2)), 31));
        features.Add(Hash.Of(Stem.Of(token.Norm), 32));
    }

    /// <summary>The word itself when it belongs to the language of requests; its particle and script when it can only be a name.</summary>
    private ulong Word(in Token token) => token.Kind switch
    {
        TokenKind.Number => Hash.Of("#number"),
        TokenKind.Code => Hash.Of(token.Norm.AsSpan(0, token.Norm.IndexOf('-') + 1)),
        TokenKind.Address => Hash.Of("#address"),
        TokenKind.Mark => Hash.Of(token.Norm),
        _ => vocabulary.Knows(token.Norm) ? Hash.Of(token.Norm) : Hash.Join(Unknown, Shape(token)),
    };

    private static ulong Shape(in Token token) => token.Kind switch
    {
        TokenKind.Word when Folding.IsArabic(token.Norm[0]) => token.Norm[0] switch
        {
            'و' => 10UL,
            'ب' => 11UL,
            'ل' => token.Norm.StartsWith("لل", StringComparison.Ordinal) ? 12UL : 13UL,
            'ا' => token.Norm.StartsWith("ال", StringComparison.Ordinal) ? 14UL : 15UL,
            _ => 16UL,
        },
        TokenKind.Number => 20UL + (ulong)Math.Min(token.Norm.Length, 6),
        _ => (ulong)token.Kind,
    };

    /// <summary>For each token the kinds of values that begin or go on there, as bits.</summary>
    private static uint[] Kinds(int count, IReadOnlyList<FoundValue> values)
    {
        var kinds = new uint[count];
        foreach (var value in values)
            for (var i = value.Start; i < value.End; i++)
                kinds[i] |= 1u << (((int)value.Kind * 2) + (i == value.Start ? 0 : 1));
        return kinds;
    }
}
