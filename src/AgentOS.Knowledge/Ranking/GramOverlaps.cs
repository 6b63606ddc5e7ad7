using System.Runtime.InteropServices;
using AgentOS.Knowledge.Analysis;
using AgentOS.Knowledge.Index;

namespace AgentOS.Knowledge.Ranking;

/// <summary>Which of the question's groups of letters each term of the candidates has; found once a term.</summary>
internal sealed class GramOverlaps(QuestionShape question, Candidates candidates)
{
    private const int LongestTerm = 128;
    private readonly Dictionary<ulong, (int Start, int Count)> ofTerm = new(2048);
    private readonly List<int> numbers = [];

    public ReadOnlySpan<int> Of(int candidate, int term)
    {
        ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(ofTerm, candidates.QuickKey(candidate, term), out var exists);
        if (!exists) known = Find(candidates.Text(candidate, term));
        return CollectionsMarshal.AsSpan(numbers).Slice(known.Start, known.Count);
    }

    private (int Start, int Count) Find(ReadOnlySpan<char> term)
    {
        var start = numbers.Count;
        if (term.Length > LongestTerm) return (start, 0);
        Span<ulong> found = stackalloc ulong[term.Length + 1];
        foreach (var gram in found[..Grams.Of(term, found)])
            if (question.Gram(gram) is >= 0 and var number) numbers.Add(number);
        return (start, numbers.Count - start);
    }
}
