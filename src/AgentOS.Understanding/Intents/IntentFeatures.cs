using AgentOS.Understanding.Gazetteers;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Intents;

/// <summary>A feature of an utterance and how much it says.</summary>
internal readonly record struct Feature(ulong Hash, float Weight);

/// <summary>Words, pairs of words, stems and letter groups of an utterance; numbers, dates and codes by kind alone.</summary>
internal static class IntentFeatures
{
    private const float Letters = 0.5f;
    private const float NameLetters = 0.2f;
    private const float Half = 0.5f;
    private const float Most = 0.7f;
    private const float ClassWeight = 0.6f;
    private const float ClassPairWeight = 0.2f;
    private static readonly ulong Word = Hash.Of("word"), Pair = Hash.Of("pair"), Skip = Hash.Of("skip"), Group = Hash.Of("group"), First = Hash.Of("first"), Kind = Hash.Of("kind"), Root = Hash.Of("root"), Concept = Hash.Of("concept"), Name = Hash.Of("name"), Frame = Hash.Of("skeleton"), Class = Hash.Of("class");

    /// <summary>The features; words that can only be names count as one word for "some name", so that no name speaks for a tool.</summary>
    public static List<Feature> Of(IReadOnlyList<Token> tokens, IReadOnlyList<FoundValue> values, SlotVocabulary vocabulary, IReadOnlyList<NameMatch>? tenantNames = null)
    {
        var features = new List<Feature>(tokens.Count * 10);
        ulong before = 0, twoBefore = 0;
        var first = true;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Mark && token.Norm is not ("?" or "؟" or "%")) continue;
            var isName = token.Kind == TokenKind.Word && !vocabulary.Knows(token.Norm);
            var word = Hash.Of(token.Kind switch
            {
                TokenKind.Word when isName => "#name",
                TokenKind.Number => "#number",
                TokenKind.Address => "#address",
                TokenKind.Code => token.Norm.AsSpan(0, token.Norm.IndexOf('-') + 1),
                _ => token.Norm == "؟" ? "?" : token.Norm,
            });
            if (isName)
            {
                AddForms(token.Norm, features, NameLetters);
                if (before == word) continue;
            }

            features.Add(new Feature(Hash.Join(Word, word), 1));
            features.Add(new Feature(Hash.Join(Hash.Join(Pair, before), word), Half));
            if (twoBefore != 0) features.Add(new Feature(Hash.Join(Hash.Join(Skip, twoBefore), word), Half));
            if (first) features.Add(new Feature(Hash.Join(First, word), Most));
            if (token.Kind == TokenKind.Word && !isName) AddForms(token.Norm, features, Letters);
            (twoBefore, before, first) = (before, word, false);
        }

        AddConcepts(tokens, features);
        AddClasses(tokens, features);
        var names = new List<ulong>();
        foreach (var token in tokens)
            if (token.Kind == TokenKind.Word && !vocabulary.Knows(token.Norm)) vocabulary.AddNames(token.Norm, names);
        for (var i = 0; tenantNames is not null && i < tokens.Count; i++)
            if (tokens[i].Kind == TokenKind.Word && !vocabulary.Knows(tokens[i].Norm)) NameFeatures.Add(tenantNames, i, names);
        foreach (var name in names.Distinct()) features.Add(new Feature(Hash.Join(Name, name), Most));
        foreach (var value in values)
            if (value.Kind is not (ValueKind.Number or ValueKind.Ordinal)) features.Add(new Feature(Hash.Join(Kind, (ulong)value.Kind), Most));
        return features;
    }

    /// <summary>Each class of words in the lexicon, and each two of them in their order.</summary>
    private static void AddClasses(IReadOnlyList<Token> tokens, List<Feature> features)
    {
        var classes = new List<RawFeature>();
        ClassFeatures.Add(tokens, [], classes);
        foreach (var c in classes) features.Add(new Feature(Hash.Join(Class, c.Key), c.Block == Block.Classes ? ClassWeight : ClassPairWeight));
    }

    /// <summary>Each concept, and each two of them in their order.</summary>
    private static void AddConcepts(IReadOnlyList<Token> tokens, List<Feature> features)
    {
        var seen = new List<ulong>();
        foreach (var token in tokens)
        {
            if (token.Kind != TokenKind.Word) continue;
            foreach (var concept in Concepts.Of(token.Norm))
                if (!seen.Contains(concept)) seen.Add(concept);
        }

        for (var i = 0; i < seen.Count; i++)
        {
            features.Add(new Feature(Hash.Join(Concept, seen[i]), 1.5f));
            for (var j = i + 1; j < seen.Count; j++) features.Add(new Feature(Hash.Join(Concept, seen[i] ^ seen[j]), 1));
        }
    }

    private static void AddForms(string word, List<Feature> features, float letters)
    {
        features.Add(new Feature(Hash.Of(Stem.Of(word), Root), letters * 2));
        if (Folding.IsArabic(word[0])) features.Add(new Feature(Hash.Of(Stem.Skeleton(word), Frame), Most));
        Span<char> padded = stackalloc char[Math.Min(word.Length, 30) + 2];
        padded[0] = '<';
        padded[^1] = '>';
        word.AsSpan(0, padded.Length - 2).CopyTo(padded[1..]);
        for (var size = 3; size <= 4; size++)
            for (var i = 0; i + size <= padded.Length; i++)
                features.Add(new Feature(Hash.Of(padded.Slice(i, size), Group), letters));
    }
}
