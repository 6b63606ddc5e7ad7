using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>
/// Phrases and words that filled slots in training. While training, what is known from an utterance itself is left out,
/// so that the tagger learns how far to trust them.
/// </summary>
internal sealed class SeenPhrases
{
    private const int Longest = 6;
    private readonly Dictionary<ulong, Count[]> phrases = [];
    private readonly Dictionary<ulong, Count[]> members = [];
    private readonly Dictionary<ulong, int> totals = [];
    private readonly List<(int Token, ulong Feature)> found = [];
    private ulong[] words = [];
    private int outside;

    internal record struct Count(int Label, int Times);

    public void Learn(IReadOnlyList<Token> tokens, TokenLabel[] labels, int outsideLabel)
    {
        outside = outsideLabel;
        for (var i = 0; i < tokens.Count; i++)
        {
            var word = Hash.Of(tokens[i].Norm);
            totals[word] = totals.GetValueOrDefault(word) + 1;
            if (labels[i].Label == outside) continue;
            Add(members, word, labels[i].Label);
            if (!labels[i].Begins) continue;
            var phrase = word;
            var end = i;
            while (!labels[end].Ends) phrase = Hash.Join(phrase, Hash.Of(tokens[++end].Norm));
            if (end - i < Longest) Add(phrases, phrase, labels[i].Label);
        }
    }

    /// <summary>Finds what is known in an utterance.</summary>
    public void Find(IReadOnlyList<Token> tokens, TokenLabel[]? own)
    {
        found.Clear();
        if (words.Length < tokens.Count) words = new ulong[tokens.Count];
        for (var i = 0; i < tokens.Count; i++) words[i] = Hash.Of(tokens[i].Norm);
        for (var i = 0; i < tokens.Count; i++) FindMembers(i, tokens.Count, own);
        for (var i = 0; i < tokens.Count; i++) FindPhrases(i, tokens.Count, own);
        found.Sort();
    }

    /// <summary>Adds what is known of a token, asked for in their order.</summary>
    public void Add(int token, FeatureBuffer to)
    {
        foreach (var (at, feature) in found)
            if (at == token) to.Add(feature);
    }

    private void FindMembers(int i, int length, TokenLabel[]? own)
    {
        if (!members.TryGetValue(words[i], out var counts)) return;
        var total = totals[words[i]];
        for (var j = 0; own is not null && j < length; j++)
            if (words[j] == words[i]) total--;
        if (total <= 0) return;
        foreach (var (label, times) in counts)
        {
            var others = times;
            for (var j = 0; own is not null && j < length; j++)
                if (words[j] == words[i] && own[j].Label == label) others--;
            if (others <= 0) continue;
            var share = (10 * others) / total;
            var bucket = (ulong)(share >= 9 ? 4 : share >= 6 ? 3 : share >= 3 ? 2 : 1);
            var feature = Hash.Join((ulong)label, bucket);
            found.Add((i, Hash.Join(101, feature)));
            if (total == 1) found.Add((i, Hash.Join(102, feature)));
            if (bucket < 2) continue;
            if (i > 0) found.Add((i - 1, Hash.Join(103, feature)));
            if (i + 1 < length) found.Add((i + 1, Hash.Join(104, feature)));
        }
    }

    private void FindPhrases(int start, int length, TokenLabel[]? own)
    {
        var phrase = words[start];
        for (var end = start; end < Math.Min(length, start + Longest); end++)
        {
            if (end > start) phrase = Hash.Join(phrase, words[end]);
            if (!phrases.TryGetValue(phrase, out var counts)) continue;
            foreach (var (label, times) in counts)
            {
                var others = times - (own is null ? 0 : Own(phrase, label, own, length));
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
    private int Own(ulong phrase, int label, TokenLabel[] own, int length)
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

    private static void Add(Dictionary<ulong, Count[]> table, ulong key, int label)
    {
        if (!table.TryGetValue(key, out var counts)) counts = [];
        var at = Array.FindIndex(counts, c => c.Label == label);
        if (at < 0) table[key] = [.. counts, new Count(label, 1)];
        else counts[at].Times++;
    }
}
