using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;

namespace AgentOS.Knowledge.Documents.Word;

/// <summary>Word's documents: headings by their styles, lists, tables; text that is marked hidden is left out.</summary>
internal sealed class DocxReader : IDocumentReader
{
    /// <summary>More than this, unpacked, is no document that someone wrote.</summary>
    private const long MostUnpacked = 512L << 20;

    public IReadOnlyList<string> Endings { get; } = [".docx"];

    public ValueTask<ReadDocument> ReadAsync(byte[] content, CancellationToken cancel)
    {
        using var stream = new MemoryStream(content, writable: false);
        try
        {
            CheckSize(stream);
            using var file = WordprocessingDocument.Open(stream, isEditable: false);
            var main = file.MainDocumentPart;
            if (main?.Document.Body is not { } body) throw Broken("it has no text part");
            var walk = new WordWalk(new WordStyles(main.StyleDefinitionsPart?.Styles));
            walk.Add(body, cancel);
            var title = Spaces.Squeeze(file.PackageProperties.Title ?? "");
            return ValueTask.FromResult(new ReadDocument(walk.Title ?? (title.Length > 0 ? title : null), walk.Blocks));
        }
        catch (Exception fault) when (fault is InvalidDataException or OpenXmlPackageException or System.Xml.XmlException or FileFormatException or IOException or FormatException or InvalidOperationException or ArgumentException)
        {
            throw Broken(fault.Message.Split('\n')[0].Trim());
        }
    }

    /// <summary>Unpacks to count, since what an archive says about its sizes need not be true.</summary>
    private static void CheckSize(MemoryStream stream)
    {
        var buffer = new byte[81920];
        using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        var size = 0L;
        foreach (var entry in archive.Entries)
        {
            if (!entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)) continue;
            using var content = entry.Open();
            for (int read; (read = content.Read(buffer)) > 0;)
                if ((size += read) > MostUnpacked) throw new UnreadableDocumentException("too_large", $"Unpacked it has more than {MostUnpacked >> 20} MB of text, as no document made by people does.");
        }

        stream.Position = 0;
    }

    private static UnreadableDocumentException Broken(string why) => new("broken", $"It is no whole Word document: {why.TrimEnd('.')}. Open it in Word, save it again and add it.");
}
