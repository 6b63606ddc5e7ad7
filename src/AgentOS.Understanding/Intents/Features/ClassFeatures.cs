using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Features;

/// <summary>What the lexicon knows of the words: their classes with the classes above them, and each two classes in their order.</summary>
internal static class ClassFeatures
{
    private static readonly Lazy<ulong[]> Keys = new(() => [.. Lexicon.Default.Classes.Select(c => Hash.Of(c, 21))]);
    private static readonly ulong One = Hash.Of("class"), Two = Hash.Of("classes");

    public static void Add(IReadOnlyList<Token> tokens, List<LexiconMatch> matches, List<RawFeature> into, int reach = Reach.Most)
    {
        var (lexicon, keys) = (Lexicon.Default, Keys.Value);
        matches.Clear();
        lexicon.Match(tokens, matches);
        for (var i = 0; i < matches.Count; i++)
        {
            var match = matches[i];
            for (var c = match.Class; c >= 0; c = lexicon.ParentOf(c)) into.Add(new RawFeature((uint)Hash.Join(One, keys[c]), Block.Classes));
            var pair = Hash.Join(Two, keys[match.Class]);
            for (var j = i + 1; j < matches.Count && matches[j].Start < match.End + reach; j++)
                if (matches[j].Start >= match.End) into.Add(new RawFeature((uint)Hash.Join(pair, keys[matches[j].Class]), Block.ClassPairs));
        }
    }
}
