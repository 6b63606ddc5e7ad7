using AgentOS.Knowledge.Documents.Text;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Puts lines together to headings (by their fonts), tables (by cells below one another) and paragraphs.</summary>
internal static class PdfBlocks
{
    private const double Larger = 1.12;
    private const double ParagraphGap = 0.6;
    private const int LongestHeading = 120;
    private const int LongestCell = 60;

    public static List<Block> Of(IReadOnlyList<PdfLine> lines)
    {
        var body = lines.GroupBy(l => Math.Round(l.Size)).OrderByDescending(g => g.Sum(l => l.Text.Length)).FirstOrDefault()?.Key ?? 0;
        var sizes = lines.Where(l => IsHeading(l, body) && l.Size > body * Larger).Select(l => Math.Round(l.Size)).Distinct().OrderDescending().ToList();
        var blocks = new List<Block>();
        for (var i = 0; i < lines.Count;)
        {
            var to = i + 1;
            if (TableEnd(lines, i) is > 0 and var end) AddTable(lines, i, to = end, blocks);
            else if (IsHeading(lines[i], body))
            {
                while (to < lines.Count && IsHeading(lines[to], body) && Follows(lines[to - 1], lines[to])) to++;
                var level = sizes.IndexOf(Math.Round(lines[i].Size));
                blocks.Add(new Block(BlockKind.Heading, Joined(lines, i, to), Place.At(PlaceUnit.Page, lines[i].Page)) { Level = level < 0 ? sizes.Count + 1 : level + 1 });
            }
            else
            {
                while (to < lines.Count && TableEnd(lines, to) == 0 && !IsHeading(lines[to], body) && Follows(lines[to - 1], lines[to])) to++;
                var (from, all) = (i, lines);
                TextBlocks.Add([.. lines.Skip(i).Take(to - i).Select(l => l.Text)], at => Place.At(PlaceUnit.Page, all[from + at].Page), blocks);
            }

            i = to;
        }

        return blocks;
    }

    /// <summary>Where a table ends that begins at a line; 0 when none does. Its lines have equally many short cells.</summary>
    private static int TableEnd(IReadOnlyList<PdfLine> lines, int from)
    {
        var to = from;
        while (to < lines.Count && lines[to].Cells.Count > 1 && lines[to].Cells.Count == lines[from].Cells.Count && lines[to].Cells.Average(c => c.Length) <= LongestCell) to++;
        return to - from >= 2 ? to : 0;
    }

    private static void AddTable(IReadOnlyList<PdfLine> lines, int from, int to, List<Block> blocks)
    {
        var head = Block.Row(lines[from].Cells);
        for (var row = from + 1; row < to; row++)
            blocks.Add(new Block(BlockKind.TableRow, Block.Row(lines[row].Cells), Place.At(PlaceUnit.Page, lines[row].Page)) { Head = head });
    }

    private static bool IsHeading(PdfLine line, double body) =>
        line.Cells.Count == 1 && line.Text.Length <= LongestHeading && line.Text.Any(char.IsLetter) && (line.Size > body * Larger || line.Bold) && line.Text[^1] is not ('.' or ',' or '،' or ';' or '؛');

    /// <summary>Whether a line goes on with what the one before began: near below it, or at the top of the next page after an unfinished one.</summary>
    private static bool Follows(PdfLine before, PdfLine line)
    {
        if (Math.Abs(before.Size - line.Size) > 0.5) return false;
        if (before.Page != line.Page) return line.Page == before.Page + 1 && !(before.Text[^1] is '.' or '!' or '?' or '؟' or ':') && char.IsLetter(line.Text[0]) && !char.IsUpper(line.Text[0]);
        return line.Top > before.Top && line.Top - before.Bottom < (line.Bottom - line.Top) * ParagraphGap;
    }

    private static string Joined(IReadOnlyList<PdfLine> lines, int from, int to) => string.Join(' ', lines.Skip(from).Take(to - from).Select(l => l.Text));
}
