using System.IO.Compression;

namespace AgentOS.Knowledge.Documents;

/// <summary>Tells by its first bytes what a file is, whatever its name says.</summary>
internal static class ContentKind
{
    /// <summary>The ending that the content calls for; <see langword="null"/> when it may well be text.</summary>
    /// <exception cref="UnreadableDocumentException">It is something that is not read here.</exception>
    public static string? Of(byte[] content)
    {
        var start = content.AsSpan(0, Math.Min(content.Length, 1024));
        if (start.IndexOf("%PDF-"u8) >= 0) return ".pdf";
        if (start.StartsWith("PK\u0003\u0004"u8)) return Zip(content);
        if (start.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0])) return Ole(content);
        if (start.StartsWith("{\\rtf"u8)) throw Unknown("an RTF document");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'P', (byte)'N', (byte)'G']) || start.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) || start.StartsWith("GIF8"u8) || start.StartsWith("II*\0"u8))
            throw new UnreadableDocumentException("needs_ocr", "It is a picture. Run it through OCR into a PDF (such as ocrmypdf) and add that.");
        if (start.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) || start.StartsWith("7z"u8) || start.StartsWith("Rar!"u8)) throw Unknown("a packed archive");
        return null;
    }

    private static string Zip(byte[] content)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false));
            if (archive.GetEntry("word/document.xml") is not null || archive.Entries.Any(e => e.FullName.StartsWith("word/document", StringComparison.Ordinal))) return ".docx";
            throw archive.GetEntry("[Content_Types].xml") is null ? Unknown("a packed archive") : Unknown("an Office document other than Word's");
        }
        catch (InvalidDataException)
        {
            throw new UnreadableDocumentException("broken", "It is cut off or damaged: its archive has no end. Copy it again from where it came.");
        }
    }

    /// <summary>Word's old form, or the envelope of an encrypted one, whose part names are written two bytes a letter.</summary>
    private static string Ole(byte[] content) => content.AsSpan().IndexOf(System.Text.Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0
        ? throw new UnreadableDocumentException("password", "It is protected by a password. Save it without one and add it again.")
        : throw Unknown("an Office document in the form of before 2007");

    private static UnreadableDocumentException Unknown(string what) => new("unknown_kind", $"It is {what}, which is not read here. Save it as PDF, Word (.docx), HTML, Markdown, CSV or plain text and add that.");
}
