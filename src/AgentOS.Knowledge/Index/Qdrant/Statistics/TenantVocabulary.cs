using System.Collections.Concurrent;

namespace AgentOS.Knowledge.Index.Qdrant.Statistics;

/// <summary>
/// The terms of one tenant's collection and how common they are. They are the tenant's own: figures of the whole collection would tell one tenant about another's words.
/// </summary>
internal sealed class TenantVocabulary : IVocabulary
{
    private readonly ConcurrentDictionary<string, int> frequencies;
    private int passages;
    private long length;

    /// <summary>Takes what was counted.</summary>
    /// <param name="frequencies">In how many passages each term stands.</param>
    /// <param name="passages">How many passages there are.</param>
    /// <param name="length">How many terms they have together.</param>
    public TenantVocabulary(IEnumerable<KeyValuePair<string, int>> frequencies, int passages, long length)
    {
        this.frequencies = new(frequencies, StringComparer.Ordinal);
        this.passages = passages;
        this.length = length;
    }

    public int PassageCount => passages;

    public double AverageLength => passages == 0 ? 1 : Math.Max(1, (double)length / passages);

    /// <summary>The average once passages of these lengths are in.</summary>
    public double AverageWith(IReadOnlyCollection<int> added) =>
        passages + added.Count == 0 ? 1 : (double)(length + added.Sum(static one => (long)one)) / (passages + added.Count);

    public int Frequency(string term) => frequencies.GetValueOrDefault(term);

    public IReadOnlyList<NearTerm> Near(string term, int edits) => [.. frequencies
        .Where(known => Math.Abs(known.Key.Length - term.Length) <= edits)
        .Select(known => new NearTerm(known.Key, SpellingDistance.Between(term, known.Key, edits), known.Value))
        .Where(near => near.Edits <= edits)
        .OrderBy(static near => near.Edits).ThenByDescending(static near => near.Frequency).ThenBy(static near => near.Term, StringComparer.Ordinal)];

    /// <summary>Takes passages out and others in.</summary>
    public void Change(IEnumerable<CountedPassage> removed, IEnumerable<CountedPassage> added)
    {
        foreach (var passage in removed) Count(passage, -1);
        foreach (var passage in added) Count(passage, 1);
    }

    private void Count(CountedPassage passage, int by)
    {
        passages += by;
        length += by * passage.Length;
        foreach (var term in passage.Terms)
            if (frequencies.AddOrUpdate(term, by, (_, count) => count + by) <= 0) frequencies.TryRemove(term, out _);
    }
}

/// <summary>What a passage adds to a vocabulary.</summary>
/// <param name="Collection">Where it is.</param>
/// <param name="Length">How many terms it has.</param>
/// <param name="Terms">Its different terms.</param>
internal sealed record CountedPassage(string Collection, int Length, IReadOnlyList<string> Terms);
