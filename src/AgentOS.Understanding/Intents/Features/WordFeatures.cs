using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>A word, its stem, and an Arabic word's consonants.</summary>
internal static class WordFeatures
{
    private static readonly ulong Word = Hash.Of("word"), Root = Hash.Of("root"), Frame = Hash.Of("skeleton");

    public static void Add(in Token token, in PairKeys keys, List<RawFeature> into)
    {
        into.Add(new RawFeature((uint)Hash.Join(Word, keys.Word), Block.Words));
        into.Add(new RawFeature((uint)Hash.Join(Root, keys.Root), Block.Words));
        if (token.Kind == TokenKind.Word && Folding.IsArabic(token.Norm[0])) into.Add(new RawFeature((uint)Hash.Of(Stem.Skeleton(token.Norm), Frame), Block.Words));
    }
}
