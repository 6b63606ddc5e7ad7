namespace AgentOS.Knowledge.Passages;

/// <summary>Finds where sentences end, in English and Arabic.</summary>
internal static class Sentences
{
    private static readonly HashSet<string> Abbreviations = new(StringComparer.OrdinalIgnoreCase)
    {
        "mr", "mrs", "ms", "dr", "prof", "st", "no", "nos", "art", "sec", "fig", "vs", "etc", "e.g", "i.e", "approx", "inc", "ltd", "co", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "a.m", "p.m", "ext", "tel", "ش", "د", "أ", "م", "ص", "هـ",
    };

    /// <summary>The sentences with their end marks, without the space between them. Joined by spaces they are the text, but for its white space.</summary>
    public static List<Range> Of(string text)
    {
        var sentences = new List<Range>();
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\n' && !IsEnd(text, i)) continue;
            var end = i + 1;
            while (end < text.Length && text[end] is '"' or '\'' or ')' or ']' or '»' or '”' or '’' or '.' or '!' or '?' or '؟') end++;
            Add(text, start, end, sentences);
            (start, i) = (end, end - 1);
        }

        Add(text, start, text.Length, sentences);
        return sentences;
    }

    private static bool IsEnd(string text, int at)
    {
        if (text[at] is '؟' or '?' or '!' or '۔') return at + 1 == text.Length || !char.IsLetterOrDigit(text[at + 1]);
        if (text[at] != '.') return false;
        var next = at + 1;
        while (next < text.Length && text[next] is '"' or ')' or '»' or '”' or '’' or ']') next++;
        if (next < text.Length && !char.IsWhiteSpace(text[next])) return false;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        return next >= text.Length || !(char.IsAsciiLetterLower(text[next]) || Abbreviates(text, at));
    }

    /// <summary>Whether the stop belongs to the word before it: an abbreviation, an initial, or a number that begins the text.</summary>
    private static bool Abbreviates(string text, int stop)
    {
        var word = stop;
        while (word > 0 && stop - word < 8 && !char.IsWhiteSpace(text[word - 1]) && text[word - 1] is not ('(' or '"')) word--;
        var before = text[word..stop];
        return Abbreviations.Contains(before) || (before.Length == 1 && char.IsUpper(before[0])) || (word == 0 && before.Length <= 2 && before.All(char.IsDigit));
    }

    private static void Add(string text, int start, int end, List<Range> sentences)
    {
        while (start < end && char.IsWhiteSpace(text[start])) start++;
        while (end > start && char.IsWhiteSpace(text[end - 1])) end--;
        if (end > start) sentences.Add(start..end);
    }
}
