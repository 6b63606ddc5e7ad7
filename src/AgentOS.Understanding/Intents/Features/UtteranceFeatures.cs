using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Which kind of evidence a feature is; every kind is brought to one length of its own.</summary>
internal enum Block : byte
{
    Words,
    Letters,
    Classes,
}

/// <summary>A feature as it stands in an utterance.</summary>
internal readonly record struct RawFeature(uint Key, Block Block);

/// <summary>Words, pairs and triples of words, pairs with a gap, stems, and letter groups within words and across them.</summary>
internal static class UtteranceFeatures
{
    private const int LongestGroup = 6;
    private const ulong Edge = 0x51ED270B;
    private const ulong Prime = 1099511628211UL;
    private static readonly ulong Word = Hash.Of("word"), Pair = Hash.Of("pair"), Triple = Hash.Of("triple"), Skip = Hash.Of("skip"), Root = Hash.Of("root"), RootPair = Hash.Of("root pair");

    public static void Extract(IReadOnlyList<Token> tokens, List<RawFeature> into)
    {
        into.Clear();
        Span<ulong> words = tokens.Count <= 64 ? stackalloc ulong[tokens.Count + 2] : new ulong[tokens.Count + 2];
        Span<ulong> roots = tokens.Count <= 64 ? stackalloc ulong[tokens.Count + 2] : new ulong[tokens.Count + 2];
        words[0] = roots[0] = words[^1] = roots[^1] = Edge;
        for (var i = 0; i < tokens.Count; i++)
        {
            words[i + 1] = Hash.Of(tokens[i].Norm);
            roots[i + 1] = Hash.Of(Stem.Of(tokens[i].Norm), 5);
        }

        for (var i = 1; i < words.Length; i++)
        {
            if (i < words.Length - 1)
            {
                Add(Word, words[i]);
                Add(Root, roots[i]);
            }

            Add(Pair, Hash.Join(words[i - 1], words[i]));
            Add(RootPair, Hash.Join(roots[i - 1], roots[i]));
            if (i < 2) continue;
            Add(Triple, Hash.Join(Hash.Join(words[i - 2], words[i - 1]), words[i]));
            Add(Skip, Hash.Join(roots[i - 2], roots[i]));
        }

        AddLetters(tokens, into);

        void Add(ulong kind, ulong value) => into.Add(new RawFeature((uint)Hash.Join(kind, value), Block.Words));
    }

    private static void AddLetters(IReadOnlyList<Token> tokens, List<RawFeature> into)
    {
        var length = 1;
        foreach (var token in tokens) length += token.Norm.Length + 1;
        Span<char> text = length <= 512 ? stackalloc char[length] : new char[length];
        var at = 0;
        text[at++] = ' ';
        foreach (var token in tokens)
        {
            token.Norm.CopyTo(text[at..]);
            at += token.Norm.Length;
            text[at++] = ' ';
        }

        for (var start = 0; start < length; start++)
        {
            var hash = 14695981039346656037UL;
            var end = Math.Min(length, start + LongestGroup);
            for (var i = start; i < end; i++)
            {
                hash = (hash ^ text[i]) * Prime;
                if (i > start) into.Add(new RawFeature((uint)Hash.Mix(hash), Block.Letters));
            }
        }
    }
}
