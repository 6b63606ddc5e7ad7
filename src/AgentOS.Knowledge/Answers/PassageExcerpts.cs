using System.Text.RegularExpressions;
using AgentOS.Knowledge.Passages;

namespace AgentOS.Knowledge.Answers;

/// <summary>Cuts a passage into what can be quoted alone.</summary>
internal static partial class PassageExcerpts
{
    public static List<Excerpt> Of(string passage)
    {
        var excerpts = new List<Excerpt>();
        string[]? head = null;
        var lead = "";
        foreach (var raw in passage.Split('\n'))
        {
            var line = raw.Trim();
            if (line.StartsWith('|') && line.Length > 2)
            {
                var cells = Cells(line);
                if (Array.TrueForAll(cells, c => c.Length == 0 || Ruler().IsMatch(c))) continue;
                if (head is null) head = cells;
                else if (!cells.AsSpan().SequenceEqual(head)) excerpts.Add(Row(head, cells));
                continue;
            }

            head = null;
            if (line.Length == 0 || Heading().IsMatch(line)) continue;
            if (Item().Match(line) is { Success: true } item)
            {
                excerpts.Add(new Excerpt(line[item.Length..], lead));
                continue;
            }

            foreach (var sentence in Sentences.Of(line)) excerpts.Add(new Excerpt(lead = line[sentence], Continues: sentence.Start.Value > 0));
        }

        return excerpts;
    }

    private static Excerpt Row(string[] head, string[] cells) => new(
        string.Join(" · ", cells.Select((cell, i) => i < head.Length && head[i].Length > 0 ? $"{head[i]}: {cell}" : cell).Where((_, i) => cells[i].Length > 0)));

    private static string[] Cells(string line) => [.. line.Trim('|').Split('|').Select(c => c.Trim())];

    [GeneratedRegex(@"^:?-{2,}:?$")]
    private static partial Regex Ruler();

    [GeneratedRegex(@"^#{1,6}\s")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*•–]|\d{1,2}[.)])\s+")]
    private static partial Regex Item();
}
