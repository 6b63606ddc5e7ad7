using System.Text;

namespace AgentOS.Host.Commands.Tuning.Reports;

/// <summary>The page in Markdown.</summary>
internal sealed class MarkdownPage : IPage
{
    private readonly StringBuilder text = new();

    public void Title(string text) => Block("# " + Escape(text));

    public void Heading(string text) => Block("## " + Escape(text));

    public void Paragraph(string text) => Block(Escape(text));

    public void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, int figures)
    {
        Row(head);
        Row([.. head.Select((_, i) => i >= head.Count - figures ? "--:" : "---")]);
        foreach (var row in rows) Row([.. row.Select(Escape)]);
        text.Append('\n');
    }

    public string End() => text.ToString().TrimEnd('\n') + "\n";

    private void Row(IReadOnlyList<string> cells) => text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    private void Block(string block) => text.Append(block).Append("\n\n");

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (c is '|' or '*' or '_' or '<' or '`' or '[' or '\\' or '#') escaped.Append('\\');
            escaped.Append(c is '\n' or '\r' ? ' ' : c);
        }

        return escaped.ToString();
    }
}
