using System.Runtime.InteropServices;
using AgentOS.Understanding.Intents.Features;
using AgentOS.Understanding.Lexicons;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Intents.Networks;

/// <summary>
/// An utterance's features as the members' hidden units see them. Most are of single words, whose sums are kept, so that only
/// pairs and classes are looked up. For one thread at a time.
/// </summary>
internal sealed class UtteranceSums(FeatureIndex index, BlockRows[] rows, WordCache<WordSums> words)
{
    private readonly BlockSum[] blocks = [.. rows.Select(r => new BlockSum(r))];
    private readonly List<RawFeature> raw = [];
    private readonly List<LexiconMatch> matches = [];
    private readonly Repeats repeats = new(index.Count);
    private PairKeys[] keys = [];
    private WordSums[] said = [];
    private int[] found = [], chosen = [];
    private int asked;

    /// <summary>The share of its words that training never showed.</summary>
    public float Novelty { get; private set; }

    /// <summary>Adds an utterance's features, every block brought to its length, to the members' units.</summary>
    public void AddTo(IReadOnlyList<Token> tokens, Span<float> units)
    {
        foreach (var block in blocks) block.Clear();
        if (keys.Length < tokens.Count) keys = new PairKeys[tokens.Count * 2];
        AddWords(tokens);
        raw.Clear();
        PairFeatures.Add(keys.AsSpan(0, tokens.Count), raw, Reach.Of(tokens.Count));
        ClassFeatures.Add(tokens, matches, raw, Reach.Of(tokens.Count));
        AddLookedUp();
        repeats.Clear();
        for (var b = 0; b < blocks.Length; b++)
            if (blocks[b].Squares > 0) blocks[b].AddTo(units, index.Scale((Block)b, blocks[b].Squares));
    }

    private void AddWords(IReadOnlyList<Token> tokens)
    {
        if (said.Length < tokens.Count) said = new WordSums[tokens.Count * 2];
        var (forms, known) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = said[i] = words.Find(tokens[i]) ?? words.Keep(tokens[i], OfWord(tokens[i]));
            keys[i] = word.Keys;
            asked ^= word.Ask();
            forms += word.Forms;
            known += word.WordRows.Length;
        }

        Novelty = forms == 0 ? 1 : (forms - known) / (float)forms;
        var all = said.AsSpan(0, tokens.Count);
        foreach (var word in all)
        {
            word.AddLetters(blocks[(int)Block.Letters]);
            repeats.Note(word.LetterRows, []);
        }

        Correct(Block.Letters, once: false);
        foreach (var word in all)
        {
            word.AddWord(blocks[(int)Block.Words]);
            repeats.Note(word.WordRows, []);
        }

        Correct(Block.Words, once: false);
    }

    private WordSums OfWord(in Token token)
    {
        var features = new List<RawFeature>(64);
        var pairing = PairKeys.Of(token);
        WordFeatures.Add(token, pairing, features);
        var forms = features.Count;
        LetterFeatures.Add(token.Norm, features);
        var places = new int[features.Count];
        index.Find(CollectionsMarshal.AsSpan(features), places);
        var own = places.AsSpan(0, forms).ToArray().Where(row => row >= 0).ToArray();
        var ofLetters = places.AsSpan(forms).ToArray().Where(row => row >= 0).ToArray();
        var (letters, word) = (new BlockSum(rows[(int)Block.Letters]), new BlockSum(rows[(int)Block.Words]));
        word.Add(own);
        letters.Add(ofLetters);
        return new WordSums(ofLetters, letters, own, word, pairing, forms);
    }

    private void AddLookedUp()
    {
        if (found.Length < raw.Count) (found, chosen) = (new int[raw.Count * 2], new int[raw.Count * 2]);
        index.Find(CollectionsMarshal.AsSpan(raw), found.AsSpan(0, raw.Count));
        foreach (var block in (ReadOnlySpan<Block>)[Block.Pairs, Block.Classes, Block.ClassPairs])
        {
            var features = chosen.AsSpan(0, Known(block));
            blocks[(int)block].Add(features[..repeats.Note(features, features)]);
            Correct(block, once: true);
        }
    }

    /// <summary>Chooses the rows that there are of a block, and returns how many.</summary>
    private int Known(Block block)
    {
        var (first, length, count) = (index.Start(block), (uint)(index.End(block) - index.Start(block)), 0);
        foreach (var row in found.AsSpan(0, raw.Count))
        {
            chosen[count] = row;
            count += (uint)(row - first) < length ? 1 : 0;
        }

        return count;
    }

    private void Correct(Block block, bool once)
    {
        repeats.Settle();
        if (!repeats.Rows.IsEmpty) blocks[(int)block].Correct(repeats.Rows, repeats.Times, once);
    }
}
