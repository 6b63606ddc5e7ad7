namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>A line of a page, in cells where there are wide gaps in it.</summary>
/// <param name="Page">The page's number.</param>
/// <param name="Cells">The cells' texts in reading order.</param>
/// <param name="Top">Where it begins, in points from the page's top.</param>
/// <param name="Bottom">Where it ends.</param>
/// <param name="Size">The largest font's size.</param>
/// <param name="Bold">Whether all of it is bold.</param>
internal sealed record PdfLine(int Page, IReadOnlyList<string> Cells, double Top, double Bottom, double Size, bool Bold)
{
    public string Text => string.Join(' ', Cells);
}
