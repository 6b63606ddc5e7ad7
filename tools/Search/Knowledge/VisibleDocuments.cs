using AgentOS.Domain.Knowledge;
using AgentOS.Knowledge;

namespace AgentOS.Tools.Search.Knowledge;

/// <summary>Which documents a person may see: those of the company, and what the person alone owns.</summary>
internal static class VisibleDocuments
{
    public static IQueryable<KnowledgeDocument> Visible(this IQueryable<KnowledgeDocument> documents, ToolContext context) =>
        documents.Where(d => d.Owner == null || d.Owner == context.Principal.UserId);

    /// <summary>The documents that were added, without conversations.</summary>
    public static IQueryable<KnowledgeDocument> Added(this IQueryable<KnowledgeDocument> documents, ToolContext context) =>
        documents.Visible(context).Where(d => d.Collection == KnowledgeCollections.Documents);
}
