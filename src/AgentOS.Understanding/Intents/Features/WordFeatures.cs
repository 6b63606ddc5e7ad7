using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Words and their stems, words side by side, and two stems in their order with others between them.</summary>
internal static class WordFeatures
{
    /// <summary>How far apart two words may be to count as a pair.</summary>
    private const int Reach = 8;

    private const ulong Edge = 0x51ED270B;
    private static readonly ulong Word = Hash.Of("word"), Root = Hash.Of("root"), Frame = Hash.Of("skeleton"), Side = Hash.Of("side"), Pair = Hash.Of("pair");

    public static void Add(IReadOnlyList<Token> tokens, ReadOnlySpan<ulong> roots, List<RawFeature> into)
    {
        var before = Edge;
        for (var i = 0; i < tokens.Count; i++)
        {
            var norm = tokens[i].Norm;
            var word = Hash.Of(norm);
            into.Add(new RawFeature((uint)Hash.Join(Word, word), Block.Words));
            into.Add(new RawFeature((uint)Hash.Join(Root, roots[i]), Block.Words));
            if (tokens[i].Kind == TokenKind.Word && Folding.IsArabic(norm[0])) into.Add(new RawFeature((uint)Hash.Of(Stem.Skeleton(norm), Frame), Block.Words));
            into.Add(new RawFeature((uint)Hash.Join(Hash.Join(Side, before), word), Block.Pairs));
            before = word;
        }

        into.Add(new RawFeature((uint)Hash.Join(Hash.Join(Side, before), Edge), Block.Pairs));
        for (var i = 0; i < roots.Length; i++)
            for (var j = i + 1; j < Math.Min(roots.Length, i + 1 + Reach); j++)
                into.Add(new RawFeature((uint)Hash.Join(Hash.Join(Pair, roots[i]), roots[j]), Block.Pairs));
    }
}
