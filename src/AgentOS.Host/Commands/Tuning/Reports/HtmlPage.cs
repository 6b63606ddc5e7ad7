using System.Globalization;
using System.Net;
using System.Text;

namespace AgentOS.Host.Commands.Tuning.Reports;

/// <summary>The page as HTML that needs nothing else: no scripts, no fonts, nothing fetched.</summary>
internal sealed class HtmlPage : IPage
{
    private const string Style = """
        :root { color-scheme: light dark } body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem }
        table { border-collapse: collapse; margin: 1rem 0 } th, td { border-bottom: 1px solid #8884; padding: .2rem .8rem; text-align: start; vertical-align: top }
        .figure { text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap }
        """;

    private readonly StringBuilder text = new();

    public void Title(string text) =>
        this.text.Append(CultureInfo.InvariantCulture, $"<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>{Escape(text)}</title>\n<style>{Style}</style></head>\n<body>\n<h1>{Escape(text)}</h1>\n");

    public void Heading(string text) => this.text.Append(CultureInfo.InvariantCulture, $"<h2>{Escape(text)}</h2>\n");

    public void Paragraph(string text) => this.text.Append(CultureInfo.InvariantCulture, $"<p>{Escape(text)}</p>\n");

    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, int figures)
    {
        text.Append("<table>\n");
        Row("th", head, head.Count - figures);
        foreach (var row in rows) Row("td", row, head.Count - figures);
        text.Append("</table>\n");
    }

    public string End() => text.Append("</body>\n</html>\n").ToString();

    private void Row(string cell, IReadOnlyList<string> cells, int firstFigure)
    {
        text.Append("<tr>");
        for (var i = 0; i < cells.Count; i++) text.Append(CultureInfo.InvariantCulture, $"<{cell}{(i >= firstFigure ? " class=\"figure\"" : " dir=\"auto\"")}>{Escape(cells[i])}</{cell}>");
        text.Append("</tr>\n");
    }

    private static string Escape(string text) => WebUtility.HtmlEncode(text);
}
