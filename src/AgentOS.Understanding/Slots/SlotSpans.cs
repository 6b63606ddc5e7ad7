using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots;

/// <summary>Between rows of tags, spans of tokens and words of the original text.</summary>
internal static class SlotSpans
{
    /// <summary>Words that a business's Arabic name begins with, and never ends with.</summary>
    private static readonly HashSet<string> Houses =
    [
        "شركه", "موسسه", "فندق", "فنادق", "مطعم", "مطاعم", "مخبز", "مخابز", "مقهي", "كافيه", "محل", "محلات", "مستشفي", "مدرسه", "مجموعه", "مكتب", "مكاتب", "اسواق", "برج", "ابراج", "محمصه", "بيت", "ابو", "ام", "بن",
    ];

    public static List<SlotSpan> Of(int[] path, Tag[] tags)
    {
        var spans = new List<SlotSpan>();
        for (var i = 0; i < path.Length; i++)
        {
            var tag = tags[path[i]];
            if (tag.Argument is null || !tag.Begins) continue;
            var end = i + 1;
            while (end < path.Length && tags[path[end]] is { Begins: false, Argument: { } next } && next == tag.Argument) end++;
            spans.Add(new SlotSpan(tag.Argument, i, end, tag.Prefix));
        }

        return spans;
    }

    /// <summary>Names go on over words that can only be part of a name: مخبز زمزم.</summary>
    public static List<SlotSpan> Grown(List<SlotSpan> spans, IReadOnlyList<Token> tokens, SlotVocabulary vocabulary)
    {
        for (var i = 0; i < spans.Count; i++)
        {
            var (span, end) = (spans[i], spans[i].End);
            if (span.Argument.Kind != ArgumentKind.Reference || vocabulary.Knows(tokens[end - 1].Norm)) continue;
            while (end < tokens.Count && tokens[end] is { Kind: TokenKind.Word } next && !vocabulary.Knows(next.Norm) && (next.IsCapital && tokens[end - 1].IsCapital || end - span.Start == 1 && Houses.Contains(tokens[end - 1].Norm)) && !spans.Exists(s => s.Start == end)) end++;
            spans[i] = span with { End = end };
        }

        return spans;
    }

    /// <summary>The words of a span as they were written, without the particle before them.</summary>
    public static string Words(string text, IReadOnlyList<Token> tokens, in SlotSpan span)
    {
        var start = tokens[span.Start].Start;
        var elided = span.Prefix == 1 && tokens[span.Start].Norm.StartsWith("لل", StringComparison.Ordinal);
        for (var skip = span.Prefix; skip > 0 && start < text.Length; start++)
            if (!Folding.IsIgnorable(text[start])) skip--;
        while (start < text.Length && Folding.IsIgnorable(text[start])) start++;
        var words = text[start..tokens[span.End - 1].End];
        return elided ? "ا" + words : words;
    }

    /// <summary>The row of tags that an example's marks stand for; <see langword="null"/> when a mark names no argument of the tool.</summary>
    public static int[]? Gold(MarkedText example, IReadOnlyList<Token> tokens, Tag[] tags)
    {
        var gold = new int[tokens.Count];
        foreach (var mark in example.Marks)
        {
            var begins = true;
            for (var i = 0; i < gold.Length; i++)
            {
                if (tokens[i].End <= mark.Start || tokens[i].Start >= mark.End) continue;
                var prefix = begins ? Math.Min(Letters(example.Text, tokens[i].Start, mark.Start), Tag.LongestPrefix) : 0;
                gold[i] = Array.FindIndex(tags, t => t.Argument?.Path == mark.Argument && t.Begins == begins && t.Prefix == prefix);
                if (gold[i] < 0) return null;
                begins = false;
            }
        }

        return gold;
    }

    private static int Letters(string text, int from, int to)
    {
        var count = 0;
        for (var i = from; i < to; i++)
            if (!Folding.IsIgnorable(text[i])) count++;
        return count;
    }
}
