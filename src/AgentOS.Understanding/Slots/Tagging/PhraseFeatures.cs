using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What is known of an utterance's words and phrases from other utterances. While training, what is known from the utterance itself
/// is left out, so that the tagger learns how far to trust it. For one thread.
/// </summary>
internal sealed class PhraseFeatures(SeenPhrases seen)
{
    /// <summary>Features, each with the place of the same token's one before it, or -1.</summary>
    private readonly List<(int Before, ulong Feature)> found = [];
    private int[] heads = [];
    private ulong[] words = [];
    private ulong[] learnt = [];
    private int length;

    /// <summary>Adds what was found of a token.</summary>
    public void AddTo(int token, FeatureBuffer to)
    {
        for (var at = heads[token]; at >= 0; at = found[at].Before) to.Add(found[at].Feature);
    }

    /// <summary>Looks for all tokens' features.</summary>
    public void Find(IReadOnlyList<Token> tokens, TokenLabel[]? own)
    {
        found.Clear();
        length = tokens.Count;
        if (words.Length < length) (words, learnt, heads) = (new ulong[length], new ulong[length], new int[length]);
        heads.AsSpan(0, length).Fill(-1);
        for (var i = 0; i < length; i++)
        {
            words[i] = Hash.Of(tokens[i].Norm);
            if (own is not null) learnt[i] = SeenPhrases.Word(tokens[i], own[i]);
        }

        for (var i = 0; i < length; i++)
        {
            for (var prefix = Particles.Of(tokens[i]); prefix >= 0; prefix--)
            {
                var word = prefix == 0 ? words[i] : Hash.Of(Particles.Rest(tokens[i].Norm, prefix));
                FindMembers(i, word, (ulong)prefix, own);
                FindPhrases(i, word, (ulong)prefix, own);
            }
        }
    }

    private void Add(int token, ulong feature)
    {
        found.Add((heads[token], feature));
        heads[token] = found.Count - 1;
    }

    private void FindMembers(int i, ulong word, ulong prefix, TokenLabel[]? own)
    {
        var counts = seen.Member(word, out var total);
        if (counts.IsEmpty) return;
        for (var j = 0; own is not null && j < length; j++)
            if (learnt[j] == word) total--;
        if (total <= 0) return;
        foreach (var (label, times) in counts)
        {
            var others = times;
            for (var j = 0; own is not null && j < length; j++)
                if (learnt[j] == word && own[j].Label == label) others--;
            if (others <= 0) continue;
            var share = 10 * others / total;
            var bucket = (prefix * 8) + (share >= 9 ? 4UL : share >= 6 ? 3UL : share >= 3 ? 2UL : 1UL);
            var feature = Hash.Join((ulong)label, bucket);
            Add(i, Hash.Join(101, feature));
            if (total == 1) Add(i, Hash.Join(102, feature));
            if (share < 3) continue;
            if (i > 0) Add(i - 1, Hash.Join(103, feature));
            if (i + 1 < length) Add(i + 1, Hash.Join(104, feature));
        }
    }

    private void FindPhrases(int start, ulong phrase, ulong prefix, TokenLabel[]? own)
    {
        for (var end = start; end < Math.Min(length, start + SeenPhrases.Longest); end++)
        {
            if (end > start) phrase = Hash.Join(phrase, words[end]);
            foreach (var (label, times) in seen.Phrase(phrase))
            {
                var others = times - (own is null ? 0 : Own(phrase, label, own));
                if (others <= 0) continue;
                var size = (ulong)Math.Min(end - start + 1, 3);
                var often = others > 1 ? 1UL : 0;
                for (var i = start; i <= end; i++)
                {
                    var place = (i == start ? 1UL : 0) | (i == end ? 2UL : 0);
                    Add(i, Hash.Join(105, Hash.Join((ulong)label, (prefix * 64) + (place * 16) + (size * 2) + often)));
                }
            }
        }
    }

    /// <summary>How often the utterance itself has the phrase in that slot.</summary>
    private int Own(ulong phrase, int label, TokenLabel[] own)
    {
        var count = 0;
        for (var i = 0; i < length; i++)
        {
            if (own[i].Label != label || !own[i].Begins) continue;
            var hash = learnt[i];
            for (var end = i; !own[end].Ends;) hash = Hash.Join(hash, words[++end]);
            if (hash == phrase) count++;
        }

        return count;
    }
}
