using System.Runtime.InteropServices;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// A tenant's names as they are now: a large index, and beside it a small one of what has changed since it was built. Immutable, so that one utterance sees
/// one state.
/// </summary>
internal sealed class Gazetteer
{
    private const int MostCandidates = 3;
    private const int OnStack = 256;
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

    /// <summary>A hit with what is needed to weigh it; its name is looked at only where it matters.</summary>
    private readonly record struct Found(NameIndex Index, string Entity, int Record, bool IsArabic, NameSearch.Hit Hit)
    {
        /// <summary>Longer rows of words win over better fitting shorter ones.</summary>
        public float Rank { get; } = Hit.Score + (0.12f * (Hit.To - Hit.From - 1)) + (Hit.Whole ? 0.1f : 0);

        public string Name => InScript(Index.Records[Record], Index.Text(Hit.Name), IsArabic);

        public bool IsRecordOf(in Found other) => Record == other.Record && Index == other.Index;
    }

    private static void Collect(NameIndex index, List<NameWord> words, List<NameSearch.Hit> hits, List<Found> into)
    {
        foreach (var hit in hits)
        {
            var record = index.RecordNumberOf(hit.Name);
            into.Add(new Found(index, index.EntityOf(hit.Name), record, Folding.IsArabic(words[hit.From].Norm[0]), hit));
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

    private static List<NameMatch> Chosen(List<NameWord> words, List<Found> list)
    {
        var found = CollectionsMarshal.AsSpan(list);
        Span<int> order = found.Length <= OnStack ? stackalloc int[found.Length] : new int[found.Length];
        BestFirst(found, order);
        var chosen = new List<NameMatch>();
        for (var i = 0; i < order.Length; i++)
        {
            ref readonly var best = ref found[order[i]];
            var (start, end) = (words[best.Hit.From].Start, words[best.Hit.To - 1].End);
            if (IsTaken(chosen, best.Entity, start, end)) continue;
            chosen.Add(new NameMatch(best.Entity, start, end, best.Hit.Prefix, Candidates(found, order[i..])));
        }

        chosen.Sort(static (left, right) => left.Start != right.Start ? left.Start.CompareTo(right.Start) : string.CompareOrdinal(left.Entity, right.Entity));
        return chosen;
    }

    /// <summary>The best first; of equals the earlier, then by name and record. Ranks are positive, so that their bits are in their order.</summary>
    private static void BestFirst(ReadOnlySpan<Found> found, Span<int> order)
    {
        Span<ulong> keys = found.Length <= OnStack ? stackalloc ulong[found.Length] : new ulong[found.Length];
        for (var i = 0; i < keys.Length; i++) keys[i] = ((ulong)~BitConverter.SingleToUInt32Bits(found[i].Rank) << 32) | (uint)i;
        keys.Sort();
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = (int)(uint)keys[i];
            for (var at = i; at > 0 && keys[at - 1] >> 32 == keys[i] >> 32 && IsBefore(found[order[at]], found[order[at - 1]]); at--)
                (order[at], order[at - 1]) = (order[at - 1], order[at]);
        }
    }

    private static bool IsBefore(in Found left, in Found right)
    {
        var order = left.Hit.From.CompareTo(right.Hit.From);
        if (order == 0) order = string.CompareOrdinal(left.Name, right.Name);
        return (order != 0 ? order : left.Index.Records[left.Record].Id.CompareTo(right.Index.Records[right.Record].Id)) < 0;
    }

    /// <summary>The records that the first one's words may name; those that stand before it are of other words or entities.</summary>
    private static List<NameCandidate> Candidates(ReadOnlySpan<Found> found, ReadOnlySpan<int> order)
    {
        ref readonly var best = ref found[order[0]];
        var records = new List<int>(2 * MostCandidates);
        foreach (var i in order)
        {
            ref readonly var other = ref found[i];
            if (other.Hit.From != best.Hit.From || other.Hit.To != best.Hit.To || other.Entity != best.Entity || Has(found, records, other)) continue;
            var at = records.Count;
            while (at > 0 && found[records[at - 1]].Hit.Score < other.Hit.Score) at--;
            records.Insert(at, i);
        }

        var candidates = new List<NameCandidate>(MostCandidates);
        for (var i = 0; i < Math.Min(MostCandidates, records.Count); i++)
        {
            ref readonly var record = ref found[records[i]];
            candidates.Add(new NameCandidate(record.Index.Records[record.Record].Id, record.Name, record.Hit.Score, record.Hit.Whole));
        }

        return candidates;
    }

    private static bool IsTaken(List<NameMatch> chosen, string entity, int start, int end)
    {
        foreach (var match in chosen)
            if (match.Entity == entity && start < match.End && end > match.Start) return true;
        return false;
    }

    private static bool Has(ReadOnlySpan<Found> found, List<int> records, in Found other)
    {
        foreach (var record in records)
            if (found[record].IsRecordOf(other)) return true;
        return false;
    }
}
