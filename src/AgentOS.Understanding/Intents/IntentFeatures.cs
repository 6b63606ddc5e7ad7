using AgentOS.Understanding.Text;
using AgentOS.Understanding.Values;

namespace AgentOS.Understanding.Intents;

/// <summary>A feature of an utterance and how much it says.</summary>
internal readonly record struct Feature(ulong Hash, float Weight);

/// <summary>Words, pairs of words, stems and letter groups of an utterance; numbers, dates and codes by kind alone.</summary>
internal static class IntentFeatures
{
    private const float Letters = 0.35f;
    private static readonly ulong Word = Hash.Of("word"), Pair = Hash.Of("pair"), Skip = Hash.Of("skip"), Group = Hash.Of("group"), First = Hash.Of("first"), Kind = Hash.Of("kind"), Root = Hash.Of("root");

    public static List<Feature> Of(IReadOnlyList<Token> tokens, IReadOnlyList<FoundValue> values)
    {
        var features = new List<Feature>(tokens.Count * 10);
        ulong before = 0, twoBefore = 0;
        var first = true;
        foreach (var token in tokens)
        {
            if (token.Kind == TokenKind.Mark && token.Norm is not ("?" or "؟" or "%")) continue;
            var word = Hash.Of(token.Kind switch
            {
                TokenKind.Number => "#number",
                TokenKind.Address => "#address",
                TokenKind.Code => token.Norm.AsSpan(0, token.Norm.IndexOf('-') + 1),
                _ => token.Norm == "؟" ? "?" : token.Norm,
            });
            features.Add(new Feature(Hash.Join(Word, word), 1));
            features.Add(new Feature(Hash.Join(Hash.Join(Pair, before), word), 1));
            if (twoBefore != 0) features.Add(new Feature(Hash.Join(Hash.Join(Skip, twoBefore), word), 0.5f));
            if (first) features.Add(new Feature(Hash.Join(First, word), 0.7f));
            if (token.Kind == TokenKind.Word) AddForms(token.Norm, features);
            (twoBefore, before, first) = (before, word, false);
        }

        foreach (var value in values)
            if (value.Kind is not (ValueKind.Number or ValueKind.Ordinal)) features.Add(new Feature(Hash.Join(Kind, (ulong)value.Kind), 0.7f));
        return features;
    }

    private static void AddForms(string word, List<Feature> features)
    {
        var stem = Stem.Of(word);
        features.Add(new Feature(Hash.Of(stem, Root), 1));
        Span<char> padded = stackalloc char[Math.Min(word.Length, 30) + 2];
        padded[0] = '<';
        padded[^1] = '>';
        word.AsSpan(0, padded.Length - 2).CopyTo(padded[1..]);
        for (var size = 3; size <= 4; size++)
            for (var i = 0; i + size <= padded.Length; i++)
                features.Add(new Feature(Hash.Of(padded.Slice(i, size), Group), Letters));
    }
}
