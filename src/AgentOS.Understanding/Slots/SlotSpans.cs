using AgentOS.Understanding.Frames;
using AgentOS.Understanding.Slots.Tagging;
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
        var start = GoldLabels.After(text, tokens[span.Start], span.Prefix);
        var words = text[start..tokens[span.End - 1].End];
        return Particles.IsElided(tokens[span.Start].Norm, span.Prefix) ? "ا" + words : words;
    }

    /// <summary>The spans that an example's marks stand for; <see langword="null"/> when a mark names no argument of the tool.</summary>
    public static List<SlotSpan>? Of(MarkedText example, IReadOnlyList<Token> tokens, ToolFrame frame)
    {
        var spans = new List<SlotSpan>();
        foreach (var mark in example.Marks)
        {
            if (frame.Find(mark.Argument) is not { } argument) return null;
            var (start, end) = GoldLabels.Tokens(mark.Start, mark.End, tokens);
            if (start < end) spans.Add(new SlotSpan(argument, start, end, GoldLabels.Prefix(example.Text, tokens[start], mark.Start)));
        }

        return spans;
    }
}
