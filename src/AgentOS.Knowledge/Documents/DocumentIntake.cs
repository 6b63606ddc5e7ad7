using AgentOS.Knowledge.Documents.Pdf;
using AgentOS.Knowledge.Documents.Text;
using AgentOS.Knowledge.Documents.Word;
using AgentOS.Knowledge.Passages;

namespace AgentOS.Knowledge.Documents;

/// <summary>Reads documents of every kind there is a reader for, and cuts them into passages.</summary>
/// <param name="options">The largest file and the size of passages.</param>
internal sealed class DocumentIntake(IntakeOptions options) : IDocumentIntake
{
    private readonly IReadOnlyList<IDocumentReader> readers = [new MarkdownReader(), new HtmlReader(), new PlainTextReader(), new PdfReader(), new DocxReader(), new TableReader()];

    public IReadOnlyList<string> Endings => [.. readers.SelectMany(r => r.Endings)];

    public async ValueTask<IntakeDocument> ReadAsync(DocumentFile file, CancellationToken cancel)
    {
        var named = Path.GetExtension(file.Name).ToLowerInvariant();
        var reader = ReaderOf(named) ?? throw new UnreadableDocumentException("unknown_kind", $"Files that end in '{named}' are not read here; these are: {string.Join(' ', Endings)}.");
        var content = await ContentAsync(file, cancel);
        var found = ContentKind.Of(content);
        if (found is null && named is ".pdf" or ".docx") throw new UnreadableDocumentException("broken", $"It is named '{named}' and is none. Copy it again from where it came, or give it its right ending.");
        var read = await (found is null ? reader : ReaderOf(found)!).ReadAsync(content, cancel);
        var title = file.Title ?? read.Title ?? FileTitle.Of(file.Name);
        var passages = PassageCutter.Cut(read.Blocks, options.Passages, cancel).Select(p => WithoutTitle(p, title)).ToList();
        if (passages.Count == 0) throw new UnreadableDocumentException("empty", "There is no text in it.");
        var warnings = found is not null && !ReaderOf(found)!.Endings.Contains(named) ? [$"It is named '{named}' and was read as what it is, '{found}'.", .. read.Warnings] : read.Warnings;
        return new IntakeDocument(title, read.Facts.Language ?? Majority(passages), passages, warnings) { Facts = read.Facts };
    }

    /// <summary>Many documents have their title as their first heading, too; said twice it would count twice.</summary>
    private static IntakePassage WithoutTitle(IntakePassage passage, string title) =>
        passage.Headings is [var first, ..] && first == title ? passage with { Headings = [.. passage.Headings.Skip(1)] } : passage;

    private IDocumentReader? ReaderOf(string ending) => readers.FirstOrDefault(r => r.Endings.Contains(ending));

    /// <summary>Reads no more than may be read, so that the largest file costs no more than the limit.</summary>
    private async ValueTask<byte[]> ContentAsync(DocumentFile file, CancellationToken cancel)
    {
        await using var stream = file.Open();
        if (stream.CanSeek && stream.Length > options.LargestFile) throw TooLarge();
        using var content = new MemoryStream(stream.CanSeek ? (int)stream.Length : 0);
        var buffer = new byte[81920];
        for (int read; (read = await stream.ReadAsync(buffer, cancel)) > 0;)
        {
            if (content.Length + read > options.LargestFile) throw TooLarge();
            content.Write(buffer, 0, read);
        }

        return content.Length == 0 ? throw new UnreadableDocumentException("empty", "It is empty.") : content.ToArray();
    }

    private UnreadableDocumentException TooLarge() => new("too_large", $"It is larger than {options.LargestFile >> 20} MB. Divide it, or raise the limit.");

    private static string Majority(List<IntakePassage> passages) =>
        passages.Where(p => p.Language == Language.Arabic).Sum(p => p.Text.Length) * 2 >= passages.Sum(p => p.Text.Length) ? Language.Arabic : Language.English;
}
