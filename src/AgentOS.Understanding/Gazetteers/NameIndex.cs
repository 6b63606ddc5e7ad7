using AgentOS.Data;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// The names of many records, found by any row of their words. Each name is kept as numbers of words, and all endings of all names are sorted, so that the
/// names with a row of words stand side by side. Immutable.
/// </summary>
internal sealed class NameIndex
{
    private readonly NamedRecord[] records;
    private readonly Dictionary<Guid, int> byId;
    private readonly string[] texts;
    private readonly int[] recordOf;
    private readonly int[] starts;
    private readonly int[] words;
    private readonly int[] owners;
    private readonly int[] endings;
    private readonly int[] firsts;
    private readonly float[] weights;
    private readonly float[] nameWeights;

    private NameIndex(IReadOnlyList<NamedRecord> records)
    {
        this.records = [.. records];
        byId = new Dictionary<Guid, int>(records.Count);
        Vocabulary = new NameVocabulary(Math.Max(16, records.Count));
        var (texts, recordOf, starts, words) = (new List<string>(records.Count), new List<int>(records.Count), new List<int>(records.Count + 1), new List<int>(records.Count * 3));
        for (var record = 0; record < this.records.Length; record++)
        {
            byId[this.records[record].Id] = record;
            foreach (var name in this.records[record].Names)
            {
                var before = words.Count;
                AddWords(name, words);
                if (words.Count == before) continue;
                starts.Add(before);
                texts.Add(name);
                recordOf.Add(record);
            }
        }

        starts.Add(words.Count);
        (this.texts, this.recordOf, this.starts, this.words) = ([.. texts], [.. recordOf], [.. starts], [.. words]);
        Vocabulary.Complete();
        owners = new int[this.words.Length];
        for (var name = 0; name < this.texts.Length; name++) Array.Fill(owners, name, this.starts[name], this.starts[name + 1] - this.starts[name]);
        (endings, firsts) = Sorted();
        weights = new float[Vocabulary.Count];
        for (var word = 0; word < weights.Length; word++) weights[word] = 1 + Log2((this.texts.Length + 1f) / (firsts[word + 1] - firsts[word] + 1));
        nameWeights = new float[this.texts.Length];
        for (var i = 0; i < this.words.Length; i++) nameWeights[owners[i]] += weights[this.words[i]];
    }

    public static NameIndex Empty { get; } = new([]);

    public IReadOnlyList<NamedRecord> Records => records;

    public NameVocabulary Vocabulary { get; }

    /// <summary>How many names it holds.</summary>
    public int Count => texts.Length;

    public static NameIndex Build(IReadOnlyList<NamedRecord> records) => new(records);

    public int Find(Guid record) => byId.TryGetValue(record, out var at) ? at : -1;

    public NamedRecord RecordOf(int name) => records[recordOf[name]];

    public int RecordNumberOf(int name) => recordOf[name];

    public string Text(int name) => texts[name];

    /// <summary>How much a word says: rare words more.</summary>
    public float Weight(int word) => weights[word];

    public float NameWeight(int name) => nameWeights[name];

    /// <summary>All endings of names that begin with the word, as places in a sorted row.</summary>
    public (int From, int To) With(int word) => (firsts[word], firsts[word + 1]);

    /// <summary>Of a row of endings, those that go on with the word after <paramref name="depth"/> words.</summary>
    public (int From, int To) Narrow(int from, int to, int depth, int word)
    {
        var low = Bound(from, to, depth, word);
        return (low, Bound(low, to, depth, word + 1));
    }

    /// <summary>The name that an ending belongs to, and whether the ending is the whole name, and is at its end after so many words.</summary>
    public (int Name, bool Begins, bool Ends) Ending(int place, int depth)
    {
        var at = endings[place];
        var name = owners[at];
        return (name, starts[name] == at, at + depth == starts[name + 1]);
    }

    /// <summary>An approximation by straight lines between powers of two, the same on every machine.</summary>
    public static float Log2(float value)
    {
        var bits = BitConverter.SingleToInt32Bits(value);
        return ((bits >> 23) - 127) + ((bits & 0x7FFFFF) / (float)0x800000);
    }

    private void AddWords(string name, List<int> into)
    {
        var cut = NameWord.Of(Tokenizer.Tokenize(name));
        var before = into.Count;
        foreach (var word in cut)
            if (!word.IsSmall) into.Add(Vocabulary.Add(Bare(word.Norm)));
        if (into.Count == before)
            foreach (var word in cut) into.Add(Vocabulary.Add(Bare(word.Norm)));
    }

    /// <summary>Without the Arabic article; شركة and its like stay, for they weigh little by themselves.</summary>
    public static ReadOnlySpan<char> Bare(string word)
    {
        var span = word.AsSpan();
        if (span.Length >= 5 && span.StartsWith("ال", StringComparison.Ordinal)) return span[2..];
        return span.Length >= 5 && span.StartsWith("لل", StringComparison.Ordinal) ? span[2..] : span;
    }

    private (int[] Endings, int[] Firsts) Sorted()
    {
        var counts = new int[Vocabulary.Count + 1];
        foreach (var word in words) counts[word + 1]++;
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        var (next, sorted) = (counts.ToArray(), new int[words.Length]);
        for (var at = 0; at < words.Length; at++) sorted[next[words[at]]++] = at;
        var comparison = Comparer<int>.Create(Compare);
        for (var word = 0; word + 1 < counts.Length; word++)
            if (counts[word + 1] - counts[word] > 1) Array.Sort(sorted, counts[word], counts[word + 1] - counts[word], comparison);
        return (sorted, counts);
    }

    /// <summary>By the words that follow; of equal ones, whole names first.</summary>
    private int Compare(int left, int right)
    {
        var (leftEnd, rightEnd) = (starts[owners[left] + 1], starts[owners[right] + 1]);
        for (int l = left + 1, r = right + 1; ; l++, r++)
        {
            if (l == leftEnd || r == rightEnd)
            {
                if (l != leftEnd || r != rightEnd) return l == leftEnd ? -1 : 1;
                var (leftLength, rightLength) = (leftEnd - starts[owners[left]], rightEnd - starts[owners[right]]);
                return leftLength != rightLength ? leftLength.CompareTo(rightLength) : left.CompareTo(right);
            }

            if (words[l] != words[r]) return words[l].CompareTo(words[r]);
        }
    }

    /// <summary>The first place whose word after so many is not below the given one; names that have ended stand before all.</summary>
    private int Bound(int from, int to, int depth, int word)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            var at = endings[middle] + depth;
            if (at < starts[owners[endings[middle]] + 1] && words[at] >= word) to = middle;
            else from = middle + 1;
        }

        return from;
    }
}
