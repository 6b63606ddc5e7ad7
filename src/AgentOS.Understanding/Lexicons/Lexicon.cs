using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Lexicons;

/// <summary>
/// General knowledge of words: the classes that English and Arabic words and fixed phrases belong to, as features for words
/// that a training set never showed. Classes are numbered in the order of the lists, so what is saved should name them.
/// </summary>
internal sealed class Lexicon
{
    /// <summary>An entry's most tokens.</summary>
    public const int LongestEntry = 8;

    private static readonly Lazy<Lexicon> Shipped = new(() => Of(LexiconReader.Shipped()));

    private readonly LexiconTrie trie = new();
    private readonly List<string> classes = [];
    private readonly List<int> parents = [];
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private Lexicon()
    {
    }

    /// <summary>The lists that are shipped with AgentOS.</summary>
    public static Lexicon Default => Shipped.Value;

    /// <summary>The classes' paths; a parent comes before its children.</summary>
    public IReadOnlyList<string> Classes => classes;

    /// <summary>How many different words and phrases there are.</summary>
    public int Count => trie.Count;

    public static Lexicon Of(IEnumerable<LexiconEntry> entries)
    {
        var lexicon = new Lexicon();
        foreach (var entry in entries) lexicon.Add(entry);
        return lexicon;
    }

    /// <summary>The class that a class belongs to (food for food.fruit), or -1.</summary>
    public int ParentOf(int index) => parents[index];

    /// <summary>The index of a class's path, or -1.</summary>
    public int IndexOf(string path) => indexes.GetValueOrDefault(path, -1);

    /// <summary>Adds the classes of the longest entries found from left to right; those of one place stand side by side.</summary>
    public void Match(IReadOnlyList<Token> tokens, List<LexiconMatch> into) => LastMatches.Add(trie, tokens, into);

    private void Add(LexiconEntry entry)
    {
        var index = Index(entry.Class);
        if (IsPlain(entry.Text)) AddPlain(entry, index);
        else AddTokens(entry, index);
    }

    /// <summary>Letters of one script and spaces, where the tokens are the words: nearly all entries, and much quicker than the tokenizer.</summary>
    private static bool IsPlain(ReadOnlySpan<char> text)
    {
        var latin = char.IsAsciiLetter(text[0]);
        foreach (var c in text)
            if (c != ' ' && !(latin ? char.IsAsciiLetter(c) : c is >= 'ء' and <= 'ي' and not 'ـ')) return false;
        return true;
    }

    private void AddPlain(LexiconEntry entry, int index)
    {
        var folded = Folding.Fold(entry.Text).AsSpan();
        var (node, count) = (LexiconTrie.Root, 0);
        foreach (var range in folded.Split(' '))
        {
            if (folded[range].IsEmpty) continue;
            node = trie.Step(node, folded[range]);
            if (++count > LongestEntry) throw TooLong(entry);
        }

        trie.Add(node, index);
    }

    private void AddTokens(LexiconEntry entry, int index)
    {
        var tokens = Tokenizer.Tokenize(entry.Text);
        if (tokens.Count is 0 or > LongestEntry) throw TooLong(entry);
        trie.Add(tokens.Aggregate(LexiconTrie.Root, (node, token) => trie.Step(node, token.Norm)), index);
        if (tokens.RemoveAll(token => token.IsMark('-')) > 0 && tokens.Count > 0)
            trie.Add(tokens.Aggregate(LexiconTrie.Root, (node, token) => trie.Step(node, token.Norm)), index);
    }

    private static InvalidDataException TooLong(LexiconEntry entry) => new($"{entry.Source}: '{entry.Text}' is not of 1 to {LongestEntry} tokens.");

    private int Index(string path)
    {
        if (indexes.TryGetValue(path, out var known)) return known;
        var dot = path.LastIndexOf('.');
        var parent = dot < 0 ? -1 : Index(path[..dot]);
        classes.Add(path);
        parents.Add(parent);
        return indexes[path] = classes.Count - 1;
    }
}
