using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What is known of an utterance's words and phrases from other utterances. While training, what is known from the utterance itself
/// is left out, so that the tagger learns how far to trust it. For one thread.
/// </summary>
internal sealed class PhraseFeatures(SeenPhrases seen)
{
    private readonly List<(int Token, ulong Feature)> found = [];
    private ulong[] words = [];
    private int length;

    /// <summary>The features of all tokens, in the tokens' order.</summary>
    public List<(int Token, ulong Feature)> Find(IReadOnlyList<Token> tokens, TokenLabel[]? own)
    {
        found.Clear();
        length = tokens.Count;
        if (words.Length < length) words = new ulong[length];
        for (var i = 0; i < length; i++) words[i] = Hash.Of(tokens[i].Norm);
        for (var i = 0; i < length; i++)
        {
            FindMembers(i, own);
            FindPhrases(i, own);
        }

        found.Sort();
        return found;
    }

    private void FindMembers(int i, TokenLabel[]? own)
    {
        var counts = seen.Member(words[i], out var total);
        if (counts.IsEmpty) return;
        for (var j = 0; own is not null && j < length; j++)
            if (words[j] == words[i]) total--;
        if (total <= 0) return;
        foreach (var (label, times) in counts)
        {
            var others = times;
            for (var j = 0; own is not null && j < length; j++)
                if (words[j] == words[i] && own[j].Label == label) others--;
            if (others <= 0) continue;
            var share = 10 * others / total;
            var bucket = (ulong)(share >= 9 ? 4 : share >= 6 ? 3 : share >= 3 ? 2 : 1);
            var feature = Hash.Join((ulong)label, bucket);
            found.Add((i, Hash.Join(101, feature)));
            if (total == 1) found.Add((i, Hash.Join(102, feature)));
            if (bucket < 2) continue;
            if (i > 0) found.Add((i - 1, Hash.Join(103, feature)));
            if (i + 1 < length) found.Add((i + 1, Hash.Join(104, feature)));
        }
    }

    private void FindPhrases(int start, TokenLabel[]? own)
    {
        var phrase = words[start];
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
                    found.Add((i, Hash.Join(105, Hash.Join((ulong)label, (place * 16) + (size * 2) + often))));
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
            var hash = words[i];
            for (var end = i; !own[end].Ends;) hash = Hash.Join(hash, words[++end]);
            if (hash == phrase) count++;
        }

        return count;
    }
}
