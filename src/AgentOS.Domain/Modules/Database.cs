using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Domain;

/// <summary>
/// The business data of one tenant within one transaction. Tools read and change entities through it;
/// the pipeline saves and commits.
/// </summary>
public class Database(DbContextOptions options, IEnumerable<IModule> modules) : DbContext(options)
{
    /// <summary>Loads the entity that a resolved reference stands for, tracked.</summary>
    /// <exception cref="ToolException"><c>not_found</c>: it has gone meanwhile.</exception>
    public async ValueTask<T> FindAsync<T>(Ref<T> reference, CancellationToken cancel)
        where T : Entity =>
        await FindAsync<T>([reference.Id], cancel)
        ?? throw new ToolException("not_found", $"There is no {typeof(T).Name.ToLowerInvariant()} '{reference.Text}' any more.");

    /// <summary>Takes the next number of a kind, such as 1002 of <c>SO</c>. Given back when the transaction rolls back.</summary>
    /// <param name="prefix">The kind's prefix.</param>
    /// <param name="digits">Least number of digits.</param>
    /// <param name="cancel">Cancels the wait for another transaction that takes one.</param>
    public virtual ValueTask<string> NextNumberAsync(string prefix, int digits, CancellationToken cancel) =>
        throw new NotSupportedException("Numbers are given out by the PostgreSQL session.");

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in modules)
            module.Map(modelBuilder);
    }
}
