using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Gazetteers;

/// <summary>
/// Puts what the tagger found right by the names that are known: where a name begins and ends, which argument it can only belong to, and how it is written.
/// </summary>
internal static class NameSpans
{
    /// <summary>From here on a name's own extent counts for more than the tagger's.</summary>
    private const float Sure = 0.75f;

    /// <summary>From here on a name that nothing claimed, or something else did, is taken.</summary>
    private const float Certain = 0.82f;

    public static List<SlotSpan> Corrected(ToolFrame frame, Utterance utterance, List<SlotSpan> spans)
    {
        if (utterance.Names.Count == 0) return spans;
        var corrected = new List<SlotSpan>(spans);
        foreach (var match in utterance.Names.Where(m => m.Score >= NameFeatures.Least).OrderByDescending(m => m.Score).ThenBy(m => m.Start))
        {
            var own = corrected.FindIndex(s => Overlaps(s, match) && IsOf(s.Argument, match));
            if (own >= 0) corrected[own] = Adjusted(corrected[own], match, utterance, corrected);
            else if (match.Score >= Certain) Claim(frame, match, utterance, corrected);
        }

        corrected.Sort(static (left, right) => left.Start.CompareTo(right.Start));
        return corrected;
    }

    private static SlotSpan Adjusted(SlotSpan span, NameMatch match, Utterance utterance, List<SlotSpan> all)
    {
        if (span.Name is not null) return span;
        if (match.Score >= Sure && !all.Exists(o => !o.Equals(span) && Overlaps(o, match))) span = span with { Start = match.Start, End = match.End, Prefix = match.Prefix };
        return span.Start >= match.Start && span.End <= match.End ? span with { Name = Written(match, utterance) } : span;
    }

    /// <summary>Gives the name to the argument that waits for one of its entity, if anything that stands in the way is weaker.</summary>
    private static void Claim(ToolFrame frame, NameMatch match, Utterance utterance, List<SlotSpan> spans)
    {
        if (frame.Arguments.FirstOrDefault(a => IsOf(a, match) && (a.Many || !spans.Exists(s => s.Argument == a))) is not { } argument) return;
        if (!argument.Required && !argument.Many && frame.Arguments.Count(a => IsOf(a, match)) > 1) return;
        foreach (var span in spans)
        {
            if (!Overlaps(span, match)) continue;
            var other = utterance.Names.FirstOrDefault(m => m != match && Overlaps(span, m) && IsOf(span.Argument, m));
            var within = span.Start >= match.Start && span.End <= match.End;
            if (span.Argument.Kind is ArgumentKind.Text || other is not null && other.Score >= match.Score - 0.05f || !within && span.Argument.Kind != ArgumentKind.Reference) return;
        }

        spans.RemoveAll(s => Overlaps(s, match));
        spans.Add(new SlotSpan(argument, match.Start, match.End, match.Prefix) { Name = Written(match, utterance) });
    }

    /// <summary>The name as the record has it, where that is other than what was said, and no second record is as likely.</summary>
    private static string? Written(NameMatch match, Utterance utterance)
    {
        if (!match.IsClear || match.Score < Sure) return null;
        var span = utterance.Text[utterance.Tokens[match.Start].Start..utterance.Tokens[match.End - 1].End];
        var name = match.Candidates[0].Name;
        return Folding.Fold(span).EndsWith(Folding.Fold(name), StringComparison.Ordinal) ? null : name;
    }

    private static bool IsOf(Argument argument, NameMatch match) => argument.Kind == ArgumentKind.Reference && argument.Entity == match.Entity;

    private static bool Overlaps(in SlotSpan span, NameMatch match) => span.Start < match.End && span.End > match.Start;
}
