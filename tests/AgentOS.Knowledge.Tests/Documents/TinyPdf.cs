using System.Globalization;
using System.Text;

namespace AgentOS.Knowledge.Tests.Documents;

/// <summary>Writes plain PDFs: text in Helvetica at a place, in a colour; a page without text looks like a scan.</summary>
internal sealed class TinyPdf
{
    private readonly List<StringBuilder> pages = [];

    public string? Title { get; init; }

    /// <summary>Whether it asks for a password, which nobody knows.</summary>
    public bool Locked { get; init; }

    public TinyPdf Page()
    {
        pages.Add(new StringBuilder());
        return this;
    }

    /// <summary>Text whose line stands so many points below the page's top.</summary>
    public TinyPdf Text(double left, double below, string text, double size = 11, double grey = 0)
    {
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        pages[^1].Append(CultureInfo.InvariantCulture, $"{grey} g BT /F1 {size} Tf {left} {842 - below} Td ({escaped}) Tj ET\n");
        return this;
    }

    /// <summary>Lines of running text from a place down.</summary>
    public TinyPdf Paragraph(double below, params string[] lines)
    {
        foreach (var line in lines) Text(60, below += 14, line);
        return this;
    }

    public byte[] Bytes()
    {
        var objects = new List<string>();
        var kids = string.Join(' ', Enumerable.Range(0, pages.Count).Select(i => $"{5 + (i * 2)} 0 R"));
        objects.Add("<< /Type /Catalog /Pages 2 0 R >>");
        objects.Add($"<< /Type /Pages /Kids [{kids}] /Count {pages.Count} >>");
        objects.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        objects.Add(Title is null ? "<< >>" : $"<< /Title ({Title}) >>");
        foreach (var page in pages)
        {
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {page.Length} >>\nstream\n{page}endstream");
        }

        var file = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Add(file.Length);
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var table = file.Length;
        var secret = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData("nobody knows"u8));
        var lockedBy = Locked ? $" /ID [<{secret}> <{secret}>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <{secret}> /U <{secret}> /P -4 >>" : "";
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) file.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        file.Append(CultureInfo.InvariantCulture, $"trailer << /Size {objects.Count + 1} /Root 1 0 R /Info 4 0 R{lockedBy} >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(file.ToString());
    }
}
