using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain.Knowledge;

/// <summary>What the tenant has written down: documents, cut into passages. Where their changes stand is counted by the tables themselves.</summary>
public sealed class KnowledgeModule : IModule
{
    /// <inheritdoc/>
    public string Schema => "knowledge";

    /// <inheritdoc/>
    public void Map(ModelBuilder model)
    {
        model.Entity<KnowledgeDocument>(document =>
        {
            document.ToTable("documents", Schema);
            document.HasMany(d => d.Passages).WithOne().HasForeignKey(p => p.DocumentId).OnDelete(DeleteBehavior.ClientCascade);
        });
        model.Entity<KnowledgePassage>().ToTable("passages", Schema);
    }
}
