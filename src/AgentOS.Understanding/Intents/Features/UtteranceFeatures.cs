using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>Everything that an utterance shows, block by block.</summary>
internal static class UtteranceFeatures
{
    private const int OnStack = 128;

    [ThreadStatic]
    private static List<LexiconMatch>? matches;

    public static void Extract(IReadOnlyList<Token> tokens, List<RawFeature> into)
    {
        into.Clear();
        Span<ulong> roots = tokens.Count <= OnStack ? stackalloc ulong[tokens.Count] : new ulong[tokens.Count];
        for (var i = 0; i < roots.Length; i++) roots[i] = Hash.Of(Stem.Of(tokens[i].Norm), 5);
        WordFeatures.Add(tokens, roots, into);
        LetterFeatures.Add(tokens, into);
        ClassFeatures.Add(tokens, matches ??= [], into);
    }
}
