using System.Text.RegularExpressions;

namespace AgentOS.Benchmarks.Retrieval;

/// <summary>What everything is compared with: BM25 (k1 1.2, b .75) over lower-case words of title and text, no stems, no stop words.</summary>
internal sealed partial class PlainBm25
{
    private const double K1 = 1.2, B = .75;

    private readonly Dictionary<string, List<(int Passage, int Count)>> postings = new(StringComparer.Ordinal);
    private readonly int[] lengths;
    private readonly double average;

    public PlainBm25(IReadOnlyList<(string Title, string Text)> passages)
    {
        lengths = new int[passages.Count];
        for (var i = 0; i < passages.Count; i++)
        {
            var words = Words($"{passages[i].Title}\n{passages[i].Text}");
            lengths[i] = words.Count;
            foreach (var word in words.GroupBy(w => w))
            {
                if (!postings.TryGetValue(word.Key, out var list)) postings[word.Key] = list = [];
                list.Add((i, word.Count()));
            }
        }

        average = lengths.Average();
    }

    public int[] Find(string question)
    {
        var scores = new double[lengths.Length];
        foreach (var word in Words(question))
        {
            if (!postings.TryGetValue(word, out var list)) continue;
            var idf = Math.Log(1 + (lengths.Length - list.Count + .5) / (list.Count + .5));
            foreach (var (passage, count) in list) scores[passage] += idf * count * (K1 + 1) / (count + K1 * (1 - B + B * lengths[passage] / average));
        }

        return [.. Enumerable.Range(0, scores.Length).Where(i => scores[i] > 0).OrderByDescending(i => scores[i]).ThenBy(i => i)];
    }

    private static List<string> Words(string text) => [.. Word().Matches(text.ToLowerInvariant()).Select(m => m.Value)];

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();
}
