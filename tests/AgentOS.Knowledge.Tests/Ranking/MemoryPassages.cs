using System.Runtime.InteropServices;
using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Ranking;

namespace AgentOS.Knowledge.Tests.Ranking;

/// <summary>The passages' words in memory, without any cleverness: what a real index must agree with.</summary>
internal sealed class MemoryPassages : IPassageTerms
{
    private readonly Bm25 bm25;
    private readonly List<int[]> passages = [];
    private readonly List<int> titleLengths = [];
    private readonly List<string> words = [];
    private readonly List<int> stemOfWord = [];
    private readonly Dictionary<string, int> wordNumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> stemNumbers = new(StringComparer.Ordinal);
    private readonly List<List<(int Passage, int Count)>> postings = [];
    private readonly Dictionary<ulong, int> gramFrequencies = [];
    private readonly NearWords near = new();

    public MemoryPassages(IEnumerable<(string Title, string Text)> texts, RankingSettings settings)
    {
        bm25 = new Bm25(settings);
        foreach (var (title, text) in texts) Add(title, text);
        AverageLength = passages.Count == 0 ? 0 : passages.Average(p => p.Length);
        AverageTitleLength = passages.Count == 0 ? 0 : titleLengths.Average();
    }

    public int Count => passages.Count;

    public double AverageLength { get; }

    public double AverageTitleLength { get; }

    public int Stem(string stem) => stemNumbers.GetValueOrDefault(stem, -1);

    public int Frequency(int stem) => postings[stem].Count;

    public int GramFrequency(ulong gram) => gramFrequencies.GetValueOrDefault(gram);

    public ReadOnlySpan<int> Words(int passage) => passages[passage];

    public int TitleLength(int passage) => titleLengths[passage];

    public string Word(int word) => words[word];

    public int StemOf(int word) => stemOfWord[word];

    public int Nearest(string word)
    {
        var found = near.Find(word);
        return found.Count == 0 ? -1 : found.Select(w => stemOfWord[wordNumbers[w]]).OrderByDescending(Frequency).ThenBy(s => s).First();
    }

    public IReadOnlyList<ScoredPassage> Best(IReadOnlyList<WeightedStem> stems, int count)
    {
        var scores = new Dictionary<int, double>();
        foreach (var (stem, weight) in stems)
            foreach (var (passage, times) in postings[stem])
                CollectionsMarshal.GetValueRefOrAddDefault(scores, passage, out _) += weight * bm25.Saturation(times, passages[passage].Length, AverageLength);
        return [.. scores.Select(s => new ScoredPassage(s.Key, s.Value)).OrderByDescending(s => s.Score).ThenBy(s => s.Passage).Take(count)];
    }

    private void Add(string title, string text)
    {
        var tokens = Tokenizer.Tokenize(title);
        titleLengths.Add(tokens.Count);
        tokens.AddRange(Tokenizer.Tokenize(text));
        var passage = passages.Count;
        passages.Add([.. tokens.Select(t => Number(t.Word))]);
        foreach (var stem in passages[passage].GroupBy(w => stemOfWord[w])) postings[stem.Key].Add((passage, stem.Count()));
        var grams = new HashSet<ulong>();
        foreach (var word in passages[passage].Distinct())
        {
            Span<ulong> found = new ulong[words[word].Length + 1];
            foreach (var gram in found[..Grams.Of(words[word], found)])
                if (grams.Add(gram)) gramFrequencies[gram] = gramFrequencies.GetValueOrDefault(gram) + 1;
        }
    }

    private int Number(string word)
    {
        if (wordNumbers.TryGetValue(word, out var number)) return number;
        var stem = Stems.Of(word);
        if (!stemNumbers.TryGetValue(stem, out var stemNumber))
        {
            stemNumbers[stem] = stemNumber = postings.Count;
            postings.Add([]);
        }

        near.Add(word);
        words.Add(word);
        stemOfWord.Add(stemNumber);
        return wordNumbers[word] = words.Count - 1;
    }
}
