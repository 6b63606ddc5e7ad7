using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>What the lexicon knows of an utterance's words: their classes, and where in an entry they stand. For one thread.</summary>
internal sealed class LexiconFeatures
{
    private static readonly Lazy<(Lexicon Lexicon, ulong[] Names)> Shared = new(() => (Lexicon.Default, [.. Lexicon.Default.Classes.Select(c => Hash.Of(c, 9))]));
    private readonly Lexicon lexicon = Shared.Value.Lexicon;
    private readonly ulong[] names = Shared.Value.Names;
    private readonly List<LexiconMatch> matches = [];
    private readonly List<(int Token, ulong Class, ulong Place)> found = [];

    /// <summary>Each token's classes, in the tokens' order. Place is 3 for a whole entry, 1 for its first, 2 for its last, 0 for another token.</summary>
    public List<(int Token, ulong Class, ulong Place)> Find(IReadOnlyList<Token> tokens)
    {
        matches.Clear();
        found.Clear();
        lexicon.Match(tokens, matches);
        foreach (var (start, end, @class) in matches)
        {
            for (var i = start; i < end; i++)
            {
                var place = (i == start ? 1UL : 0) | (i == end - 1 ? 2UL : 0);
                found.Add((i, names[@class], place));
                for (var parent = lexicon.ParentOf(@class); parent >= 0; parent = lexicon.ParentOf(parent)) found.Add((i, names[parent], place));
            }
        }

        found.Sort();
        return found;
    }
}
