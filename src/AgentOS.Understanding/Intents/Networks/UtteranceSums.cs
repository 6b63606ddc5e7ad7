using System.Runtime.InteropServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Numerics;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>
/// An utterance's features as the members' hidden units see them. Most are of single words, whose sums are kept, so that only
/// pairs and classes are looked up. For one thread at a time.
/// </summary>
internal sealed class UtteranceSums(FeatureIndex index, IntentNetwork[] members, WordCache<WordSums> words)
{
    private readonly BlockSum[] blocks = [.. Enumerable.Range(0, SparseVector.Blocks).Select(_ => new BlockSum(members.Sum(m => m.Hidden)))];
    private readonly List<RawFeature> raw = [];
    private readonly List<LexiconMatch> matches = [];
    private PairKeys[] keys = [];
    private readonly List<int> repeated = [];

    /// <summary>How often each feature was seen; all zero between utterances.</summary>
    private readonly int[] counts = new int[index.Count];
    private WordSums[] said = [];
    private int[] found = [];

    /// <summary>The share of its words that training never showed.</summary>
    public float Novelty { get; private set; }

    /// <summary>Adds an utterance's features, every block brought to its length, to the members' units.</summary>
    public void AddTo(IReadOnlyList<Token> tokens, Span<float> units)
    {
        foreach (var block in blocks) block.Clear();
        if (keys.Length < tokens.Count) keys = new PairKeys[tokens.Count * 2];
        AddWords(tokens);
        raw.Clear();
        PairFeatures.Add(keys.AsSpan(0, tokens.Count), raw);
        ClassFeatures.Add(tokens, matches, raw);
        AddLookedUp();
        for (var b = 0; b < blocks.Length; b++)
            if (blocks[b].Squares > 0) FixedOrder.AddScaled(blocks[b].Units, index.Scale((Block)b, blocks[b].Squares), units);
    }

    private void AddWords(IReadOnlyList<Token> tokens)
    {
        if (said.Length < tokens.Count) said = new WordSums[tokens.Count * 2];
        var (forms, known) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = said[i] = words.Find(tokens[i]) ?? words.Keep(tokens[i], OfWord(tokens[i]));
            keys[i] = word.Keys;
            forms += word.Forms;
            known += word.WordRows.Length;
            blocks[(int)Block.Letters].Add(word.Letters);
            blocks[(int)Block.Words].Add(word.Words);
        }

        Novelty = forms == 0 ? 1 : (forms - known) / (float)forms;
        var all = said.AsSpan(0, tokens.Count);
        repeated.Clear();
        foreach (var word in all) Count(word.LetterRows);
        blocks[(int)Block.Letters].Correct(index, members, CollectionsMarshal.AsSpan(repeated), counts);
        repeated.Clear();
        foreach (var word in all) Count(word.WordRows);
        blocks[(int)Block.Words].Correct(index, members, CollectionsMarshal.AsSpan(repeated), counts);
        foreach (var word in all)
        {
            foreach (var row in word.LetterRows) counts[row] = 0;
            foreach (var row in word.WordRows) counts[row] = 0;
        }
    }

    private void Count(int[] rows)
    {
        foreach (var row in rows)
            if (++counts[row] == 2) repeated.Add(row);
    }

    private WordSums OfWord(in Token token)
    {
        var features = new List<RawFeature>(64);
        var pairing = PairKeys.Of(token);
        WordFeatures.Add(token, pairing, features);
        var forms = features.Count;
        LetterFeatures.Add(token.Norm, features);
        var rows = new int[features.Count];
        index.Find(CollectionsMarshal.AsSpan(features), rows);
        var (own, ofLetters) = (Known(rows.AsSpan(0, forms)).ToArray(), Known(rows.AsSpan(forms)).ToArray());
        var width = members.Sum(m => m.Hidden);
        var (letters, word) = (new BlockSum(width), new BlockSum(width));
        word.Add(index, members, own);
        letters.Add(index, members, ofLetters);
        return new WordSums(letters, word, ofLetters, own, pairing, forms);
    }

    private void AddLookedUp()
    {
        if (found.Length < raw.Count) found = new int[raw.Count * 2];
        var rows = found.AsSpan(0, raw.Count);
        index.Find(CollectionsMarshal.AsSpan(raw), rows);
        rows = Known(rows);
        rows.Sort();
        foreach (var block in (ReadOnlySpan<Block>)[Block.Classes, Block.ClassPairs, Block.Pairs])
        {
            var count = 0;
            while (count < rows.Length && rows[count] < index.End(block)) count++;
            blocks[(int)block].Add(index, members, rows[..count]);
            repeated.Clear();
            foreach (var row in rows[..count])
                if (++counts[row] == 2) repeated.Add(row);
            blocks[(int)block].Correct(index, members, CollectionsMarshal.AsSpan(repeated), counts);
            foreach (var row in rows[..count]) counts[row] = 0;
            rows = rows[count..];
        }
    }

    /// <summary>The rows that there are, moved to the front.</summary>
    private static Span<int> Known(Span<int> rows)
    {
        var count = 0;
        foreach (var row in rows)
            if (row >= 0) rows[count++] = row;
        return rows[..count];
    }
}
