using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// A tenant's names as they are now: a large index, and beside it a small one of what has changed since it was built. Immutable, so that one utterance sees
/// one state.
/// </summary>
internal sealed class Gazetteer
{
    private const int MostCandidates = 3;
    private readonly NameIndex settled;
    private readonly NameIndex recent;
    private readonly HashSet<int>? gone;

    public Gazetteer(NameIndex settled, NameIndex recent, HashSet<int>? gone) => (this.settled, this.recent, this.gone) = (settled, recent, gone);

    /// <summary>No names at all.</summary>
    public static Gazetteer Empty { get; } = new(NameIndex.Empty, NameIndex.Empty, null);

    /// <summary>How many names it holds; those that have changed since the large index was built may count twice.</summary>
    public int Count => settled.Count + recent.Count;

    public static Gazetteer Of(IReadOnlyList<Data.NamedRecord> records) => new(NameIndex.Build(records), NameIndex.Empty, null);

    /// <summary>The names in an utterance: for each entity the best that do not overlap, in order of where they stand.</summary>
    /// <param name="tokens">The utterance.</param>
    /// <param name="isCommon">Whether a word belongs to everyday language, and so is no misspelt name.</param>
    public IReadOnlyList<NameMatch> Find(IReadOnlyList<Token> tokens, Func<string, bool> isCommon)
    {
        if (Count == 0 || tokens.Count == 0) return [];
        var words = NameWord.Of(tokens);
        var found = new List<Found>();
        Collect(settled, words, NameSearch.Run(settled, gone, words, isCommon), found);
        Collect(recent, words, NameSearch.Run(recent, null, words, isCommon), found);
        return found.Count == 0 ? [] : Chosen(words, found);
    }

    /// <summary>A hit with what is needed to weigh it.</summary>
    private readonly record struct Found(string Entity, Guid Id, string Name, NameSearch.Hit Hit)
    {
        /// <summary>Longer rows of words win over better fitting shorter ones.</summary>
        public float Rank => Hit.Score + (0.12f * (Hit.To - Hit.From - 1)) + (Hit.Whole ? 0.1f : 0);
    }

    private static void Collect(NameIndex index, List<NameWord> words, List<NameSearch.Hit> hits, List<Found> into)
    {
        foreach (var hit in hits)
        {
            var record = index.RecordOf(hit.Name);
            into.Add(new Found(record.Entity, record.Id, InScript(record, index.Text(hit.Name), Folding.IsArabic(words[hit.From].Norm[0])), hit));
        }
    }

    /// <summary>The name in the script that was used, where the record has just one such.</summary>
    private static string InScript(Data.NamedRecord record, string name, bool arabic)
    {
        if (IsArabic(name) == arabic) return name;
        string? only = null;
        foreach (var other in record.Names)
        {
            if (IsArabic(other) != arabic) continue;
            if (only is not null) return name;
            only = other;
        }

        return only ?? name;
    }

    private static bool IsArabic(string name)
    {
        foreach (var c in name)
            if (char.IsLetter(c)) return Folding.IsArabic(c);
        return false;
    }

    private static List<NameMatch> Chosen(List<NameWord> words, List<Found> found)
    {
        found.Sort(static (left, right) =>
        {
            var order = right.Rank.CompareTo(left.Rank);
            if (order == 0) order = left.Hit.From.CompareTo(right.Hit.From);
            if (order == 0) order = string.CompareOrdinal(left.Name, right.Name);
            return order != 0 ? order : left.Id.CompareTo(right.Id);
        });
        var chosen = new List<NameMatch>();
        foreach (var best in found)
        {
            var (start, end) = (words[best.Hit.From].Start, words[best.Hit.To - 1].End);
            if (IsTaken(chosen, best.Entity, start, end)) continue;
            chosen.Add(new NameMatch(best.Entity, start, end, best.Hit.Prefix, Candidates(found, best)));
        }

        chosen.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : string.CompareOrdinal(left.Entity, right.Entity));
        return chosen;
    }

    private static List<NameCandidate> Candidates(List<Found> found, in Found best)
    {
        var candidates = new List<NameCandidate>(MostCandidates);
        foreach (var other in found)
        {
            if (other.Entity != best.Entity || other.Hit.From != best.Hit.From || other.Hit.To != best.Hit.To || Has(candidates, other.Id)) continue;
            candidates.Add(new NameCandidate(other.Id, other.Name, other.Hit.Score, other.Hit.Whole));
        }

        candidates.Sort(static (left, right) => right.Score.CompareTo(left.Score));
        if (candidates.Count > MostCandidates) candidates.RemoveRange(MostCandidates, candidates.Count - MostCandidates);
        return candidates;
    }

    private static bool IsTaken(List<NameMatch> chosen, string entity, int start, int end)
    {
        foreach (var match in chosen)
            if (match.Entity == entity && start < match.End && end > match.Start) return true;
        return false;
    }

    private static bool Has(List<NameCandidate> candidates, Guid record)
    {
        foreach (var candidate in candidates)
            if (candidate.Id == record) return true;
        return false;
    }
}
