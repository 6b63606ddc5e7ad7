using AgentOS.Knowledge.Index.Embedded.Segments;

namespace AgentOS.Knowledge.Index.Embedded.Searching;

/// <summary>Says of a segment's passages whether a query may find them; asked while they are scored, and of those alone that would be found.</summary>
internal readonly ref struct PassageFilter
{
    private readonly ReadOnlySpan<int> documents, languages, labels;
    private readonly ReadOnlySpan<DocumentRow> facts;
    private readonly ulong[] gone;
    private readonly int[] wanted;
    private readonly int language, day;
    private readonly Guid? user;

    public PassageFilter(LiveSegment live, KnowledgeQuery query)
    {
        var segment = live.Segment;
        documents = segment.Column<int>(Section.PassageDocuments);
        languages = segment.Column<int>(Section.PassageLanguages);
        labels = segment.Column<int>(Section.Labels);
        facts = segment.Column<DocumentRow>(Section.Documents);
        gone = live.Gone;
        user = query.User;
        day = query.On?.DayNumber ?? -1;
        language = query.Language is null ? -1 : Number(segment.Words, query.Language);
        wanted = [.. query.Labels.Select(label => Number(segment.Words, label))];
        IsHopeless = query.Language is not null && language < 0 || wanted.Contains(-1);
    }

    /// <summary>Whether the segment has nothing that the query may find.</summary>
    public bool IsHopeless { get; }

    public bool Admits(int passage)
    {
        var document = documents[passage];
        if (Bits.IsSet(gone, document) || language >= 0 && languages[passage] != language) return false;
        ref readonly var its = ref facts[document];
        if (its.HasOwner != 0 && its.Owner != user) return false;
        if (day >= 0 && (day < its.ValidFrom || day > its.ValidUntil)) return false;
        if (wanted.Length == 0) return true;
        var has = labels.Slice(its.FirstLabel, its.LabelCount);
        foreach (var label in wanted)
            if (!has.Contains(label)) return false;
        return true;
    }

    private static int Number(IReadOnlyList<string> words, string word)
    {
        for (var i = 0; i < words.Count; i++)
            if (words[i] == word) return i;
        return -1;
    }
}
