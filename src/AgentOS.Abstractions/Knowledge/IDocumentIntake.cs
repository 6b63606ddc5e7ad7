namespace AgentOS.Knowledge;

/// <summary>Reads a document and cuts it into passages.</summary>
public interface IDocumentIntake
{
    /// <summary>Reads it. The kind is told by the name's ending and checked against the content.</summary>
    /// <param name="file">What to read.</param>
    /// <param name="cancel">Cancels the reading.</param>
    /// <exception cref="UnreadableDocumentException">It cannot be read; the message says why and what to do.</exception>
    ValueTask<IntakeDocument> ReadAsync(DocumentFile file, CancellationToken cancel);

    /// <summary>The endings of names that can be read, with their dots, lower case.</summary>
    IReadOnlyList<string> Endings { get; }
}

/// <summary>A document's bytes.</summary>
/// <param name="Source">Where it came from; unique within tenant and collection.</param>
/// <param name="Name">A file name, whose ending tells the kind.</param>
/// <param name="Open">Opens the content; may be called more than once.</param>
public sealed record DocumentFile(string Source, string Name, Func<Stream> Open)
{
    /// <summary>What it is called by the one who adds it; <see langword="null"/> to take its own title.</summary>
    public string? Title { get; init; }
}

/// <summary>A document that was read.</summary>
/// <param name="Title">What it was called, else its own title, or the words of the file's name.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>: the language most of it is in.</param>
/// <param name="Passages">Its passages in order.</param>
/// <param name="Warnings">What the one who added it should know, such as pages without text; in English.</param>
public sealed record IntakeDocument(string Title, string Language, IReadOnlyList<IntakePassage> Passages, IReadOnlyList<string> Warnings)
{
    /// <summary>What the document says about itself.</summary>
    public DocumentFacts Facts { get; init; } = DocumentFacts.None;
}

/// <summary>A passage that was read; its parts are as in <see cref="Passage"/>.</summary>
/// <param name="Text">The text as written.</param>
/// <param name="Headings">The headings it stands under, outermost first, without the document's title.</param>
/// <param name="Place">Where it stands in the source, for people.</param>
/// <param name="Language"><c>en</c> or <c>ar</c>.</param>
public sealed record IntakePassage(string Text, IReadOnlyList<string> Headings, string Place, string Language);

/// <summary>A document cannot be read.</summary>
/// <param name="code">Stable snake_case code: <c>empty</c>, <c>too_large</c>, <c>unknown_kind</c>, <c>broken</c>, <c>password</c>, <c>needs_ocr</c>, <c>encoding</c>, <c>missing_program</c>.</param>
/// <param name="message">English sentence that says why and what to do.</param>
public sealed class UnreadableDocumentException(string code, string message) : Exception(message)
{
    /// <summary>Stable code.</summary>
    public string Code { get; } = code;
}
