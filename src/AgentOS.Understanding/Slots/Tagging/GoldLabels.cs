using AgentOS.Understanding.Corpora;
using AgentOS.Understanding.Text;

namespace AgentOS.Understanding.Slots.Tagging;

/// <summary>Between slots of the text and labels of its tokens.</summary>
internal static class GoldLabels
{
    public static TokenLabel[] Of(string text, IReadOnlyList<LabelledSlot> slots, IReadOnlyList<Token> tokens, IReadOnlyDictionary<string, int> numbers, int outside)
    {
        var labels = new TokenLabel[tokens.Count];
        Array.Fill(labels, new TokenLabel(outside, false, false));
        foreach (var slot in slots)
        {
            var (start, end) = Tokens(slot.Start, slot.End, tokens);
            if (start == end || !numbers.TryGetValue(slot.Name, out var label)) continue;
            var free = true;
            for (var i = start; i < end; i++) free &= labels[i].Label == outside;
            for (var i = start; free && i < end; i++) labels[i] = new TokenLabel(label, i == start, i == end - 1, i == start ? Prefix(text, tokens[i], slot.Start) : 0);
        }

        return labels;
    }

    /// <summary>The tokens that a part of the text reaches over.</summary>
    public static (int Start, int End) Tokens(int from, int to, IReadOnlyList<Token> tokens)
    {
        var start = 0;
        while (start < tokens.Count && tokens[start].End <= from) start++;
        var end = start;
        while (end < tokens.Count && tokens[end].Start < to) end++;
        return (start, end);
    }

    /// <summary>Spans of one label after another; who made the labels says how strong and after what prefix.</summary>
    public static void Spans(ReadOnlySpan<TokenLabel> labels, int outside, List<(int Label, int Start, int End)> into)
    {
        into.Clear();
        for (var i = 0; i < labels.Length; i++)
        {
            if (labels[i].Label == outside) continue;
            var end = i + 1;
            while (end < labels.Length && labels[end].Label == labels[i].Label && !labels[end].Begins && !labels[end - 1].Ends) end++;
            into.Add((labels[i].Label, i, end));
            i = end - 1;
        }
    }

    /// <summary>Where a token's text begins after so many letters.</summary>
    public static int After(string text, in Token token, int prefix)
    {
        var at = token.Start;
        for (; prefix > 0 && at < token.End; at++)
            if (!Folding.IsIgnorable(text[at])) prefix--;
        while (at < token.End && Folding.IsIgnorable(text[at])) at++;
        return at;
    }

    /// <summary>Letters before the slot within its first token, if they can be particles.</summary>
    public static int Prefix(string text, in Token token, int start)
    {
        var letters = 0;
        for (var i = token.Start; i < start; i++)
            if (!Folding.IsIgnorable(text[i])) letters++;
        return letters <= Particles.Of(token) ? letters : 0;
    }
}
