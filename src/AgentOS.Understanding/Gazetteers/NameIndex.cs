using AgentOS.Data;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// The names of many records, found by any row of their words. Each name is kept as numbers of words, and all endings of all names are sorted, so that the
/// names with a row of words stand side by side. Immutable.
/// </summary>
internal sealed class NameIndex
{
    /// <summary>Stands after the last word of each name.</summary>
    private const int End = -1;

    private readonly NamedRecord[] records;
    private readonly Dictionary<Guid, int> byId;
    private readonly string[] texts;
    private readonly Kept[] names;
    private readonly int[] words;
    private readonly (int At, int Name)[] endings;
    private readonly int[] firsts;
    private readonly float[] weights;

    /// <summary>A name: its record, where its words begin, what they weigh together, and what it names.</summary>
    private readonly record struct Kept(int Record, int Start, float Weight, string Entity);

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
                words.Add(End);
                starts.Add(before);
                texts.Add(name);
                recordOf.Add(record);
            }
        }

        (this.texts, this.words) = ([.. texts], [.. words]);
        Vocabulary.Complete();
        (endings, firsts) = Sorted(starts);
        Pairs = new PairFilter(this.words.Length);
        for (var i = 1; i < this.words.Length; i++)
            if (this.words[i - 1] != End && this.words[i] != End) Pairs.Add(this.words[i - 1], this.words[i]);
        weights = new float[Vocabulary.Count];
        for (var word = 0; word < weights.Length; word++) weights[word] = 1 + Log2((this.texts.Length + 1f) / (firsts[word + 1] - firsts[word] + 1));
        names = new Kept[this.texts.Length];
        for (var name = 0; name < names.Length; name++)
        {
            var weight = 0f;
            for (var at = starts[name]; this.words[at] != End; at++) weight += weights[this.words[at]];
            names[name] = new Kept(recordOf[name], starts[name], weight, this.records[recordOf[name]].Entity);
        }
    }

    /// <summary>Which words follow which.</summary>
    public PairFilter Pairs { get; }

    public static NameIndex Empty { get; } = new([]);

    public IReadOnlyList<NamedRecord> Records => records;

    public NameVocabulary Vocabulary { get; }

    /// <summary>How many names it holds.</summary>
    public int Count => texts.Length;

    public static NameIndex Build(IReadOnlyList<NamedRecord> records) => new(records);

    public int Find(Guid record) => byId.TryGetValue(record, out var at) ? at : -1;

    public string EntityOf(int name) => names[name].Entity;

    public int RecordNumberOf(int name) => names[name].Record;

    public string Text(int name) => texts[name];

    /// <summary>How much a word says: rare words more.</summary>
    public float Weight(int word) => weights[word];

    public float NameWeight(int name) => names[name].Weight;

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
        var (at, name) = endings[place];
        return (name, names[name].Start == at, words[at + depth] == End);
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

    private ((int At, int Name)[] Endings, int[] Firsts) Sorted(List<int> starts)
    {
        var counts = new int[Vocabulary.Count + 1];
        foreach (var word in words)
            if (word != End) counts[word + 1]++;
        for (var i = 1; i < counts.Length; i++) counts[i] += counts[i - 1];
        var (next, sorted, name) = (counts.ToArray(), new (int At, int Name)[counts[^1]], 0);
        for (var at = 0; at < words.Length; at++)
        {
            if (words[at] == End) name++;
            else sorted[next[words[at]]++] = (at, name);
        }

        var comparison = Comparer<(int At, int Name)>.Create((left, right) => Compare(left.At, right.At, left.At - starts[left.Name], right.At - starts[right.Name]));
        for (var word = 0; word + 1 < counts.Length; word++)
            if (counts[word + 1] - counts[word] > 1) Array.Sort(sorted, counts[word], counts[word + 1] - counts[word], comparison);
        return (sorted, counts);
    }

    /// <summary>By the words that follow; of equal ones, those with fewer words before them first.</summary>
    private int Compare(int left, int right, int leftBefore, int rightBefore)
    {
        var (l, r) = (left + 1, right + 1);
        for (; words[l] == words[r]; l++, r++)
            if (words[l] == End) return leftBefore != rightBefore ? leftBefore.CompareTo(rightBefore) : left.CompareTo(right);
        return words[l].CompareTo(words[r]);
    }

    /// <summary>The first place whose word after so many is not below the given one; names that have ended stand before all.</summary>
    private int Bound(int from, int to, int depth, int word)
    {
        while (from < to)
        {
            var middle = (from + to) >>> 1;
            if (words[endings[middle].At + depth] >= word) to = middle;
            else from = middle + 1;
        }

        return from;
    }
}
