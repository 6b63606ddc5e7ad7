using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Lines that stand at the top or the bottom of most pages: running heads and page numbers. They are no part of the text.</summary>
internal static partial class RunningLines
{
    private const int Edge = 2;
    private const int LeastPages = 3;

    /// <summary>All pages' lines without them.</summary>
    public static IReadOnlyList<PdfLine> Drop(IReadOnlyList<IReadOnlyList<PdfLine>> pages)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var page in pages)
            foreach (var key in Edges(page).Select(Key).Distinct()) counts[key] = counts.GetValueOrDefault(key) + 1;
        var enough = Math.Max(LeastPages, ((pages.Count * 6) + 9) / 10);
        return [.. pages.SelectMany(page => page.Except(Edges(page).Where(line => counts[Key(line)] >= enough), ReferenceEqualityComparer.Instance).Cast<PdfLine>())];
    }

    private static IEnumerable<PdfLine> Edges(IReadOnlyList<PdfLine> page) => page.OrderBy(l => l.Top).Take(Edge).Union(page.OrderByDescending(l => l.Bottom).Take(Edge));

    private static string Key(PdfLine line) => Digits().Replace(line.Text, "#");

    [GeneratedRegex("[0-9٠-٩]+")]
    private static partial Regex Digits();
}
