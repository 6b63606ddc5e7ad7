using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Lists the documents there are.</summary>
[Tool("knowledge.list", Effect.Read), Route("GET /api/v1/knowledge/documents"), Permission("knowledge:read")]
[Description("Lists the documents that questions are answered from, by title; optionally only those with a label.")]
public sealed class ListDocuments(Database db) : ITool<ListDocuments.Input, DocumentList>
{
    private const int Most = 100;

    /// <summary>Which ones.</summary>
    public sealed record Input([Description("Only documents with this label, such as policy")] string? Label = null);

    /// <inheritdoc/>
    public async ValueTask<DocumentList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var documents = db.Set<KnowledgeDocument>().AsNoTracking().Added(context);
        if (input.Label?.Trim().ToLowerInvariant() is { Length: > 0 } label) documents = documents.Where(d => d.Labels.Contains(label));
        var count = await documents.CountAsync(cancel);
        var shown = await documents.OrderBy(d => d.Title).ThenBy(d => d.Source).Take(Most).ToListAsync(cancel);
        return new DocumentList([.. shown.Select(DocumentView.Of)], count);
    }
}
