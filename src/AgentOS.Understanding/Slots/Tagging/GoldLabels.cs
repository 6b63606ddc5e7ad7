using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Between slots of the text and labels of its tokens.</summary>
internal static class GoldLabels
{
    public static TokenLabel[] Of(IReadOnlyList<LabelledSlot> slots, IReadOnlyList<Token> tokens, IReadOnlyDictionary<string, int> numbers, int outside)
    {
        var labels = new TokenLabel[tokens.Count];
        Array.Fill(labels, new TokenLabel(outside, false, false));
        foreach (var slot in slots)
        {
            var (start, end) = Tokens(slot, tokens);
            if (start == end || !numbers.TryGetValue(slot.Name, out var label)) continue;
            var free = true;
            for (var i = start; i < end; i++) free &= labels[i].Label == outside;
            for (var i = start; free && i < end; i++) labels[i] = new TokenLabel(label, i == start, i == end - 1);
        }

        return labels;
    }

    /// <summary>The tokens that a slot reaches over.</summary>
    public static (int Start, int End) Tokens(LabelledSlot slot, IReadOnlyList<Token> tokens)
    {
        var start = 0;
        while (start < tokens.Count && tokens[start].End <= slot.Start) start++;
        var end = start;
        while (end < tokens.Count && tokens[end].Start < slot.End) end++;
        return (start, end);
    }

    public static List<LabelledSlot> Slots(ReadOnlySpan<TokenLabel> labels, IReadOnlyList<Token> tokens, IReadOnlyList<string> names)
    {
        var slots = new List<LabelledSlot>();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Label >= names.Count) continue;
            var end = i + 1;
            while (end < labels.Length && labels[end].Label == labels[i].Label && !labels[end].Begins && !labels[end - 1].Ends) end++;
            slots.Add(new LabelledSlot(names[labels[i].Label], tokens[i].Start, tokens[end - 1].End));
            i = end - 1;
        }

        return slots;
    }
}
