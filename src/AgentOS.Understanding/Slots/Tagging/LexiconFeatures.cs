using System.Runtime.InteropServices;
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
    private readonly List<(ulong Class, ulong Place)> found = [];
    private readonly List<int> starts = [];

    /// <summary>Looks an utterance's words up.</summary>
    public void Find(IReadOnlyList<Token> tokens)
    {
        matches.Clear();
        found.Clear();
        starts.Clear();
        lexicon.Match(tokens, matches);
        var first = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            starts.Add(found.Count);
            while (first < matches.Count && matches[first].End <= i) first++;
            for (var m = first; m < matches.Count && matches[m].Start <= i; m++) Add(matches[m], i);
        }

        starts.Add(found.Count);
    }

    /// <summary>A token's classes and those that they belong to; none beyond the utterance's ends. Place is 3 for a whole entry, 1 for its first, 2 for its last, 0 for another token.</summary>
    public ReadOnlySpan<(ulong Class, ulong Place)> At(int token) =>
        token < 0 || token >= starts.Count - 1 ? [] : CollectionsMarshal.AsSpan(found)[starts[token]..starts[token + 1]];

    private void Add(in LexiconMatch match, int token)
    {
        var place = (token == match.Start ? 1UL : 0) | (token == match.End - 1 ? 2UL : 0);
        for (var c = match.Class; c >= 0; c = lexicon.ParentOf(c)) found.Add((names[c], place));
    }
}
