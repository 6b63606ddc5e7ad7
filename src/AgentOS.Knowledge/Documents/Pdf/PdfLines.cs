namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Puts the runs of a page together to lines: those drawn one after another at the same height.</summary>
internal static class PdfLines
{
    /// <summary>In heights of a line: a gap that parts two words, and one that parts two cells.</summary>
    private const double WordGap = 0.12;
    private const double CellGap = 0.9;

    public static IReadOnlyList<PdfLine> Of(PdfPage page)
    {
        var lines = new List<PdfLine>();
        var runs = page.Runs;
        for (var from = 0; from < runs.Count;)
        {
            var to = from + 1;
            while (to < runs.Count && Math.Abs(runs[to].Middle - runs[from].Middle) < runs[from].Height / 2) to++;
            lines.Add(Line(page.Number, [.. runs.Skip(from).Take(to - from)]));
            from = to;
        }

        return lines;
    }

    private static PdfLine Line(int page, List<PdfRun> runs)
    {
        var arabic = runs.Sum(r => r.Text.Count(ReadingOrder.IsArabic)) * 2 > runs.Sum(r => r.Text.Length);
        runs.Sort((a, b) => arabic ? b.Left.CompareTo(a.Left) : a.Left.CompareTo(b.Left));
        var cells = new List<string> { runs[0].Text };
        for (var i = 1; i < runs.Count; i++)
        {
            var gap = (arabic ? runs[i - 1].Left - runs[i].Right : runs[i].Left - runs[i - 1].Right) / runs[i].Height;
            if (gap > CellGap) cells.Add(runs[i].Text);
            else cells[^1] += (gap > WordGap ? " " : "") + runs[i].Text;
        }

        return new PdfLine(page, cells, runs.Min(r => r.Top), runs.Max(r => r.Top + r.Height), runs.Max(r => r.Size), runs.All(r => r.Bold));
    }
}
