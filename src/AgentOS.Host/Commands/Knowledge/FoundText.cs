using System.Globalization;
using System.Text;
using AgentOS.Host.Terminal;
using AgentOS.Knowledge;

namespace AgentOS.Host.Commands.Knowledge;

/// <summary>Found passages for reading.</summary>
internal static class FoundText
{
    private const int ShortestStem = 3;

    public static void Print(IReadOnlyList<FoundPassage> found, TextWriter output, Colours colours)
    {
        if (found.Count == 0) output.WriteLine("Nothing was found.");
        for (var i = 0; i < found.Count; i++)
        {
            if (i > 0) output.WriteLine();
            Print(i + 1, found[i], output, colours);
        }
    }

    private static void Print(int rank, FoundPassage found, TextWriter output, Colours colours)
    {
        var title = string.Join(" › ", found.Passage.Headings.Prepend(found.Document.Title).Select(Bidi.Words));
        output.WriteLine($"[{rank}] {colours.Strong(title)}");
        output.WriteLine(colours.Dim(string.Create(
            CultureInfo.InvariantCulture,
            $"    {found.Document.Source}, passage {found.Passage.Number}{(found.Passage.Place.Length > 0 ? $", {found.Passage.Place}" : "")} · score {found.Score:0.00} · holds {found.Coverage * 100:0} % of the question")));
        var words = Words(found.Why);
        foreach (var line in found.Passage.Text.Split('\n'))
            output.WriteLine("    " + Marked(Colours.HasTerminal ? Bidi.Isolate(line) : line, words, colours));
        if (found.Why.Count > 0) output.WriteLine(colours.Dim("    why: " + string.Join(" · ", found.Why.Select(Reason))));
    }

    private static string Reason(MatchReason reason) =>
        string.Create(CultureInfo.InvariantCulture, $"{(reason.Kind == "word" ? "" : reason.Kind + " ")}{(reason.What.Length > 0 ? Bidi.Words(reason.What) + " " : "")}{reason.Weight:0.00}");

    private static List<string> Words(IReadOnlyList<MatchReason> reasons) =>
        [.. reasons.SelectMany(r => r.What.Split([' ', '→', '~', '(', ')', ','], StringSplitOptions.RemoveEmptyEntries)).Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>A word is marked when it is one that was looked for, or begins with it: reasons may name a stem.</summary>
    private static string Marked(string line, List<string> words, Colours colours)
    {
        if (words.Count == 0) return line;
        var marked = new StringBuilder();
        for (var at = 0; at < line.Length;)
        {
            var end = at;
            while (end < line.Length && (char.IsLetterOrDigit(line[end]) || char.GetUnicodeCategory(line[end]) == UnicodeCategory.NonSpacingMark)) end++;
            if (end == at)
            {
                marked.Append(line[at++]);
                continue;
            }

            var word = line[at..end];
            marked.Append(words.Exists(w => Meets(word, w)) ? colours.Good(word) : word);
            at = end;
        }

        return marked.ToString();
    }

    private static bool Meets(string word, string sought) =>
        word.Equals(sought, StringComparison.OrdinalIgnoreCase) || (sought.Length >= ShortestStem && word.StartsWith(sought, StringComparison.OrdinalIgnoreCase));
}
