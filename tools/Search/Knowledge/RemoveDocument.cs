using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Removes a document.</summary>
[Tool("knowledge.remove", Effect.Write), Confirm, Route("DELETE /api/v1/knowledge/documents/{document}"), Permission("knowledge:write")]
[Description("Removes a document from those that questions are answered from. It can be taken back.")]
public sealed class RemoveDocument(Database db) : ITool<RemoveDocument.Input, DocumentView>
{
    /// <summary>Which one.</summary>
    public sealed record Input([Description("The document: its title, or 'it'")] Ref<KnowledgeDocument> Document);

    /// <inheritdoc/>
    public async ValueTask<DocumentView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var document = await db.Set<KnowledgeDocument>().Include(d => d.Passages).Added(context).SingleOrDefaultAsync(d => d.Id == input.Document.Id, cancel)
            ?? throw new ToolException("not_found", $"There is no document '{input.Document.Text}'.");
        var view = DocumentView.Of(document);
        document.Remove();
        db.Remove(document);
        return view;
    }
}
