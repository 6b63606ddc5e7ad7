using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// What is known of an utterance's words and phrases from other utterances. While training, what is known from the utterance itself
/// is left out, so that the tagger learns how far to trust it. For one thread.
/// </summary>
internal sealed class PhraseFeatures(SeenPhrases seen)
{
    private static readonly Reach Around = new(0b01110);
    private PhraseWord[] words = [];
    private ulong[] learnt = [];
    private TokenLabel[]? own;
    private int length;

    /// <summary>Begins with an utterance of so many tokens.</summary>
    /// <param name="tokens">How many there are.</param>
    /// <param name="labels">What they are, where the utterance is learnt from.</param>
    public void Begin(int tokens, TokenLabel[]? labels)
    {
        (own, length) = (labels, tokens);
        if (words.Length < length) (words, learnt) = (new PhraseWord[length], new ulong[length]);
    }

    /// <summary>Takes a token.</summary>
    /// <param name="token">Which.</param>
    /// <param name="word">Its word.</param>
    /// <param name="asLearnt">The word without the particles that are not part of its slot, where the utterance is learnt from.</param>
    public void Put(int token, in PhraseWord word, ulong asLearnt) => (words[token], learnt[token]) = (word, asLearnt);

    /// <summary>Adds what is known of a word by itself, also without its particles.</summary>
    public void AddWord(int anchor, in Token token, FeatureBuffer to)
    {
        for (var prefix = Particles.Of(token); prefix >= 0; prefix--)
        {
            var word = Hash.Of(Particles.Rest(token.Norm, prefix));
            AddMembers(anchor, word, (ulong)prefix, to);
            foreach (var (label, times) in seen.Phrase(word))
            {
                var others = times - Own(word, label);
                if (others > 0) to.Add(anchor, Phrase(label, (ulong)prefix, 3, 1, others), Reach.Here);
            }
        }
    }

    /// <summary>Adds what is known of the phrases of several words that begin with a token.</summary>
    public void AddLonger(int start, FeatureBuffer to)
    {
        foreach (var (first, prefix) in words[start].Openings)
        {
            var phrase = first;
            for (var end = start + 1; end < Math.Min(length, start + SeenPhrases.Longest) && seen.GoesOn(phrase); end++)
            {
                phrase = Hash.Join(phrase, words[end].Hash);
                foreach (var (label, times) in seen.Phrase(phrase))
                {
                    var others = times - Own(phrase, label);
                    if (others <= 0) continue;
                    var size = (ulong)Math.Min(end - start + 1, 3);
                    for (var i = start; i <= end; i++) to.Add(i, Phrase(label, (ulong)prefix, (i == start ? 1UL : 0) | (i == end ? 2UL : 0), size, others), Reach.Here);
                }
            }
        }
    }

    private static ulong Phrase(int label, ulong prefix, ulong place, ulong size, int times) =>
        Hash.Join(105, Hash.Join((ulong)label, (prefix * 64) + (place * 16) + (size * 2) + (times > 1 ? 1UL : 0)));

    private void AddMembers(int anchor, ulong word, ulong prefix, FeatureBuffer to)
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
            to.Add(anchor, Hash.Join(101, feature), share < 3 ? Reach.Here : Around);
            if (total == 1) to.Add(anchor, Hash.Join(102, feature), Reach.Here);
        }
    }

    /// <summary>How often the utterance itself has the phrase in that slot.</summary>
    private int Own(ulong phrase, int label)
    {
        var count = 0;
        for (var i = 0; own is not null && i < length; i++)
        {
            if (own[i].Label != label || !own[i].Begins) continue;
            var hash = learnt[i];
            for (var end = i; !own[end].Ends;) hash = Hash.Join(hash, words[++end].Hash);
            if (hash == phrase) count++;
        }

        return count;
    }
}
