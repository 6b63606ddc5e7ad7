namespace AgentOS.Host.Commands.Tuning.Reports;

/// <summary>A page that is written from top to bottom.</summary>
internal interface IPage
{
    void Title(string text);

    void Heading(string text);

    void Paragraph(string text);

    /// <summary>A table; the columns that <paramref name="figures"/> counts from the right hold figures.</summary>
    void Table(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, int figures);

    string End();
}
