using System.Text.RegularExpressions;

namespace AgentOS.Knowledge.Documents.Pdf;

/// <summary>PDF, through poppler: <c>pdfinfo</c> tells of the file, and <c>pdftohtml</c> gives each run of text with its place on the page and its font.</summary>
internal sealed partial class PdfReader : IDocumentReader
{
    public IReadOnlyList<string> Endings { get; } = [".pdf"];

    public async ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        var folder = Directory.CreateTempSubdirectory("agentos-pdf-");
        try
        {
            var file = Path.Combine(folder.FullName, "document.pdf");
            await File.WriteAllBytesAsync(file, content, cancel);
            var info = await Poppler.RunAsync("pdfinfo", ["-enc", "UTF-8", file], cancel);
            var pages = PdfPages.Read(await Poppler.RunAsync("pdftohtml", ["-xml", "-i", "-q", "-nodrm", "-enc", "UTF-8", "-stdout", file], cancel));
            return Read(info, pages);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ReadDocument Read(string info, IReadOnlyList<PdfPage> pages)
    {
        var empty = pages.Where(p => !p.Runs.Any(r => r.Text.Any(char.IsLetterOrDigit))).Select(p => p.Number).ToArray();
        if (empty.Length == pages.Count)
            throw new UnreadableDocumentException("needs_ocr", $"It has {Count(pages.Count)} and no text: it seems to be scanned. Run it through OCR (such as ocrmypdf) and add it again.");
        var blocks = PdfBlocks.Of(RunningLines.Drop([.. ReadingOrder.Restore(pages).Select(PdfLines.Of)]));
        var title = Title().Match(info) is { Success: true } match ? Spaces.Squeeze(match.Groups[1].Value) : "";
        string[] warnings = empty.Length == 0 ? [] : [$"{Count(empty.Length)} of {pages.Count} without text (page {string.Join(", ", empty.Take(10))}{(empty.Length > 10 ? " …" : "")}): scanned pages are found only after OCR."];
        return new ReadDocument(title.Length > 0 ? title : blocks.Find(b => b is { Kind: BlockKind.Heading, Level: 1 })?.Text, blocks) { Warnings = warnings };
    }

    private static string Count(int pages) => pages == 1 ? "1 page" : $"{pages} pages";

    [GeneratedRegex(@"^Title:[ \t]+(\S.*)$", RegexOptions.Multiline)]
    private static partial Regex Title();
}
