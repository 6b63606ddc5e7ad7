using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Encoders;

/// <summary>What the lexicon knows of an utterance's words, as rows of embeddings: two for each class, for the first and for the further words of an entry.</summary>
internal sealed class LexiconRows(Lexicon lexicon, IReadOnlyList<string> classes)
{
    private readonly int[] places = Places(lexicon, classes);
    private readonly List<LexiconMatch> matches = [];

    public int Count => classes.Count * 2;

    /// <summary>The rows of every word's classes and the classes that those belong to.</summary>
    public int[][] Of(IReadOnlyList<Token> tokens)
    {
        matches.Clear();
        lexicon.Match(tokens, matches);
        var rows = new int[tokens.Count][];
        Array.Fill(rows, []);
        foreach (var match in matches)
            for (var i = match.Start; i < match.End; i++)
                rows[i] = With(rows[i], match.Class, i > match.Start ? 1 : 0);
        return rows;
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
