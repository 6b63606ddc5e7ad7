using System.Runtime.InteropServices;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Lexicons;

/// <summary>Entries by their tokens. Finding allocates nothing, and no result depends on the order of a hash table.</summary>
internal sealed class LexiconTrie
{
    /// <summary>Where every entry begins.</summary>
    public const int Root = 0;

    private const int OnStack = 64;

    private readonly Dictionary<string, int> words = new(32_768, StringComparer.Ordinal);
    private readonly Dictionary<long, int> edges = new(65_536);
    private readonly List<int[]> classes = [[]];

    /// <summary>How many entries there are.</summary>
    public int Count { get; private set; }

    /// <summary>The node that a word leads to, made where there is none.</summary>
    public int Step(int node, ReadOnlySpan<char> folded)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(folded, out var word)) words[folded.ToString()] = word = words.Count;
        ref var next = ref CollectionsMarshal.GetValueRefOrAddDefault(edges, Edge(node, word), out var known);
        if (known) return next;
        next = classes.Count;
        classes.Add([]);
        return next;
    }

    public void Add(int node, int @class)
    {
        if (classes[node].Contains(@class)) return;
        if (classes[node].Length == 0) Count++;
        classes[node] = [.. classes[node], @class];
    }

    public void Match(IReadOnlyList<Token> tokens, List<LexiconMatch> into)
    {
        Span<int> forms = tokens.Count <= OnStack ? stackalloc int[OnStack * WordForms.Most] : new int[tokens.Count * WordForms.Most];
        forms = forms[..(tokens.Count * WordForms.Most)];
        forms.Fill(-1);
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var i = 0; i < tokens.Count; i++) new WordForms(lookup, forms.Slice(i * WordForms.Most, WordForms.Most)).Find(tokens[i].Norm);

        for (var start = 0; start < tokens.Count;)
        {
            var (length, node) = Longest(forms[(start * WordForms.Most)..], Root);
            foreach (var @class in classes[node]) into.Add(new LexiconMatch(start, start + length, @class));
            start += Math.Max(1, length);
        }
    }

    /// <summary>The longest entry from here on; of equally long ones that of the likelier forms. The root means none.</summary>
    private (int Length, int Node) Longest(ReadOnlySpan<int> forms, int node)
    {
        var best = (Length: 0, Node: classes[node].Length > 0 ? node : Root);
        if (forms.IsEmpty) return best;
        foreach (var word in forms[..WordForms.Most])
        {
            if (word < 0) break;
            if (!edges.TryGetValue(Edge(node, word), out var next)) continue;
            var (length, found) = Longest(forms[WordForms.Most..], next);
            if (found != Root && length + 1 > best.Length) best = (length + 1, found);
        }

        return best;
    }

    private static long Edge(int node, int word) => ((long)node << 32) | (uint)word;
}
