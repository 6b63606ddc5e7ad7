using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Lexicons;

/// <summary>What was found in the utterance that a thread looked up last, since several parts of a model look the same one up in turn.</summary>
internal sealed class LastMatches
{
    [ThreadStatic]
    private static LastMatches? own;

    private readonly List<LexiconMatch> matches = [];
    private readonly List<string> words = [];
    private LexiconTrie? trie;

    /// <summary>Adds what the trie has of the words, looked up anew unless they are the ones looked up last.</summary>
    public static void Add(LexiconTrie trie, IReadOnlyList<Token> tokens, List<LexiconMatch> into)
    {
        var last = own ??= new LastMatches();
        if (!last.Are(trie, tokens)) last.Set(trie, tokens);
        into.AddRange(last.matches);
    }

    private bool Are(LexiconTrie asked, IReadOnlyList<Token> tokens)
    {
        if (trie != asked || words.Count != tokens.Count) return false;
        for (var i = 0; i < words.Count; i++)
            if (!ReferenceEquals(words[i], tokens[i].Norm)) return false;
        return true;
    }

    private void Set(LexiconTrie asked, IReadOnlyList<Token> tokens)
    {
        trie = null;
        matches.Clear();
        words.Clear();
        foreach (var token in tokens) words.Add(token.Norm);
        asked.Match(tokens, matches);
        trie = asked;
    }
}
