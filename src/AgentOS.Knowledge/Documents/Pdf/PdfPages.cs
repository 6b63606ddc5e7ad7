using System.Globalization;
using System.Text;
using System.Xml;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>Reads what <c>pdftohtml -xml</c> prints.</summary>
internal static class PdfPages
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, CheckCharacters = false, IgnoreComments = true };

    public static IReadOnlyList<PdfPage> Read(string xml)
    {
        var pages = new List<PdfPage>();
        var runs = new List<PdfRun>();
        var sizes = new Dictionary<string, double>(StringComparer.Ordinal);
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml), Settings);
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element) continue;
                if (reader.Name == "page") pages.Add(new PdfPage((int)Number(reader, "number"), runs = []));
                else if (reader.Name == "fontspec") sizes[reader.GetAttribute("id")!] = Number(reader, "size");
                else if (reader.Name == "text" && Run(reader, sizes) is { Text.Length: > 0 } run) runs.Add(run);
            }
        }
        catch (XmlException mistake)
        {
            throw new UnreadableDocumentException("broken", $"Its text cannot be taken out: {mistake.Message.TrimEnd('.')}. Print it to PDF again and add that.");
        }

        return pages;
    }

    private static PdfRun Run(XmlReader reader, Dictionary<string, double> sizes)
    {
        var place = new PdfRun("", Number(reader, "top"), Number(reader, "left"), Number(reader, "width"), Number(reader, "height"), sizes.GetValueOrDefault(reader.GetAttribute("font") ?? ""), false);
        if (reader.IsEmptyElement) return place;
        var (text, bold) = (new StringBuilder(), true);
        var (depth, within) = (reader.Depth, 0);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Name == "b") within += reader.NodeType == XmlNodeType.Element ? 1 : -1;
            if (reader.NodeType is not (XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)) continue;
            text.Append(reader.Value);
            bold &= within > 0 || string.IsNullOrWhiteSpace(reader.Value);
        }

        return place with { Text = Spaces.Squeeze(text.ToString()), Bold = bold };
    }

    private static double Number(XmlReader reader, string name) => double.TryParse(reader.GetAttribute(name), CultureInfo.InvariantCulture, out var number) ? number : 0;
}
