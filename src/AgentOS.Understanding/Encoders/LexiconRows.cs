using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>What the lexicon knows of an utterance's words, as rows of embeddings: two for each class, for the first and for the further words of an entry. For one thread.</summary>
internal sealed class LexiconRows(Lexicon lexicon, IReadOnlyList<string> classes)
{
    private readonly int[] places = Places(lexicon, classes);
    private readonly List<LexiconMatch> matches = [];
    private int[] firsts = [], ends = [];

    public int Count => classes.Count * 2;

    /// <summary>The rows of every word's classes and the classes that those belong to.</summary>
    public int[][] Of(IReadOnlyList<Token> tokens)
    {
        Match(tokens);
        var rows = new int[tokens.Count][];
        for (var i = 0; i < rows.Length; i++) rows[i] = RowsOf(i);
        return rows;
    }

    /// <summary>Looks the words up, so that single words can be asked for.</summary>
    public void Match(IReadOnlyList<Token> tokens)
    {
        matches.Clear();
        lexicon.Match(tokens, matches);
        if (firsts.Length < tokens.Count) (firsts, ends) = (new int[tokens.Count * 2], new int[tokens.Count * 2]);
        firsts.AsSpan(0, tokens.Count).Clear();
        ends.AsSpan(0, tokens.Count).Clear();
        for (var m = 0; m < matches.Count; m++)
        {
            for (var i = matches[m].Start; i < matches[m].End; i++)
            {
                if (ends[i] == 0) firsts[i] = m;
                ends[i] = m + 1;
            }
        }
    }

    /// <summary>The rows of a word's classes.</summary>
    public int[] RowsOf(int token)
    {
        int[] rows = [];
        for (var m = firsts[token]; m < ends[token]; m++) rows = With(rows, matches[m].Class, token > matches[m].Start ? 1 : 0);
        return rows;
    }

    /// <summary>Stands for the rows of a word's classes; zero where there are none.</summary>
    public ulong KeyOf(int token)
    {
        var key = 0UL;
        for (var m = firsts[token]; m < ends[token]; m++) key = Hash.Join(key, ((ulong)matches[m].Class * 2) + (token > matches[m].Start ? 1UL : 0));
        return key;
    }

    private int[] With(int[] rows, int matched, int further)
    {
        for (; matched >= 0; matched = lexicon.ParentOf(matched))
            if (places[matched] is var place and >= 0 && !rows.Contains((place * 2) + further)) rows = [.. rows, (place * 2) + further];
        return rows;
    }

    private static int[] Places(Lexicon lexicon, IReadOnlyList<string> classes)
    {
        var places = new int[lexicon.Classes.Count];
        Array.Fill(places, -1);
        for (var i = 0; i < classes.Count; i++)
            if (lexicon.IndexOf(classes[i]) is var index and >= 0) places[index] = i;
        return places;
    }
}
