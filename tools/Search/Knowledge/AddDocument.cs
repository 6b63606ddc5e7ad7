using System.ComponentModel;
using System.Security.Cryptography;
using System.Text;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using AgentOS.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Adds a document from text, or puts a new text in place of an old one.</summary>
[Tool("knowledge.add", Effect.Write), Route("POST /api/v1/knowledge/documents"), Permission("knowledge:write")]
[Description("Adds a text to the documents that questions are answered from: Markdown with headings, lists and tables. A document that was added under the same title before is replaced. Files are added with the command line.")]
public sealed class AddDocument(Database db, IDocumentIntake intake) : ITool<AddDocument.Input, DocumentAddedView>
{
    /// <summary>What to add.</summary>
    public sealed record Input(
        [Description("The document's title")] string Title,
        [Description("Its text, as Markdown")] string Text,
        [Description("Words to filter by, such as policy")] IReadOnlyList<string>? Labels = null,
        [Description("The first day on which it holds")] DateOnly? ValidFrom = null,
        [Description("The last day on which it holds")] DateOnly? ValidUntil = null);

    /// <inheritdoc/>
    public async ValueTask<DocumentAddedView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var title = input.Title.Trim();
        if (title.Length is 0 or > 200) throw new ToolException("document_title", "Give the document a title of at most 200 characters.");
        var bytes = Encoding.UTF8.GetBytes(input.Text);
        var source = "said/" + title;
        var read = await ReadAsync(new DocumentFile(source, title + ".md", () => new MemoryStream(bytes, writable: false)) { Title = title }, cancel);
        var info = new DocumentInfo
        {
            Id = Guid.Empty,
            Source = source,
            Title = title,
            Language = read.Language,
            Labels = [.. (input.Labels ?? []).Select(l => l.Trim().ToLowerInvariant()).Where(l => l.Length > 0).Distinct().Order(StringComparer.Ordinal)],
            ValidFrom = input.ValidFrom,
            ValidUntil = input.ValidUntil,
            ContentHash = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            ReadAt = context.Now,
        };
        var known = await db.Set<KnowledgeDocument>().Include(d => d.Passages)
            .SingleOrDefaultAsync(d => d.Collection == KnowledgeCollections.Documents && d.Source == source, cancel);
        known?.Replace(info, read.Passages);
        var document = known ?? db.Add(KnowledgeDocument.Add(info, read.Passages)).Entity;
        return new DocumentAddedView(DocumentView.Of(document), known is not null, read.Warnings);
    }

    private async ValueTask<IntakeDocument> ReadAsync(DocumentFile file, CancellationToken cancel)
    {
        try
        {
            return await intake.ReadAsync(file, cancel);
        }
        catch (UnreadableDocumentException unreadable)
        {
            throw new ToolException("document_unreadable", unreadable.Message, new Dictionary<string, object?> { ["reason"] = unreadable.Code });
        }
    }
}

/// <summary>A document that was added.</summary>
/// <param name="Document">The document.</param>
/// <param name="Replaced">Whether it took the place of an earlier text.</param>
/// <param name="Warnings">What was odd about it; in English.</param>
public sealed record DocumentAddedView(DocumentView Document, bool Replaced, IReadOnlyList<string> Warnings) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Document.Mentions();
}
