using System.Text.Json;
using AgentOS.Tools;

namespace AgentOS.Data;

/// <summary>Opens transactions for tool calls. The tenant is set by the server, from the principal.</summary>
public interface IToolTransactions
{
    /// <summary>Begins a transaction for one call.</summary>
    /// <param name="context">The call.</param>
    /// <param name="effect">A <see cref="Effect.Read"/> call gets a read-only transaction.</param>
    /// <param name="cancel">Cancels the wait.</param>
    ValueTask<IToolTransaction> BeginAsync(ToolContext context, Effect effect, CancellationToken cancel);
}

/// <summary>One tool call's transaction. Disposing without a commit leaves nothing behind.</summary>
public interface IToolTransaction : IAsyncDisposable
{
    /// <summary>Services for the tool: the database and whatever else lives as long as the transaction.</summary>
    IServiceProvider Services { get; }

    /// <summary>Resolves references within the tenant.</summary>
    IReferenceResolver References { get; }

    /// <summary>
    /// Claims the call's key, so that the same call cannot take effect twice.
    /// </summary>
    /// <returns>The recorded outcome when the key has been used already, otherwise <see langword="null"/>.</returns>
    ValueTask<RecordedOutcome?> ClaimAsync(CancellationToken cancel);

    /// <summary>Writes pending changes to the database without committing, and says what they are.</summary>
    ValueTask<IReadOnlyList<RowChange>> FlushAsync(CancellationToken cancel);

    /// <summary>
    /// Commits the business writes, their domain events, the audit record, the claimed key's outcome and the journal entries together.
    /// </summary>
    /// <param name="tool">The tool that ran.</param>
    /// <param name="arguments">Its arguments, canonical.</param>
    /// <param name="outcome">Its recorded outcome.</param>
    /// <param name="inverse">The inverse that the tool declared, if any.</param>
    /// <param name="journal">Journal entries to commit with it; may be empty.</param>
    /// <param name="approval">The approval that this call uses up, if it needed one.</param>
    /// <param name="cancel">Cancels before the commit; never after it.</param>
    ValueTask CommitAsync(ToolDescriptor tool, JsonElement arguments, RecordedOutcome outcome, ToolInverse? inverse, IReadOnlyList<Turns.JournalEntry> journal, string? approval, CancellationToken cancel);
}

/// <summary>A tool's result as it is kept.</summary>
/// <param name="View">The view's type name, which selects its template.</param>
/// <param name="Data">The view as JSON.</param>
public sealed record RecordedOutcome(string View, JsonElement Data);

/// <summary>One row that a call changes.</summary>
/// <param name="Table">Schema and table, such as <c>crm.leads</c>.</param>
/// <param name="Key">The row's id.</param>
/// <param name="Kind">Inserted, updated or deleted.</param>
/// <param name="Label">How people call the row: number or name; may be empty.</param>
/// <param name="Columns">The columns that differ.</param>
public sealed record RowChange(string Table, Guid Key, RowChangeKind Kind, string Label, IReadOnlyList<ColumnChange> Columns);

/// <summary>A column before and after.</summary>
/// <param name="Name">Column name.</param>
/// <param name="Before">Value before, as JSON; null for an inserted row.</param>
/// <param name="After">Value after, as JSON; null for a deleted row.</param>
public sealed record ColumnChange(string Name, JsonElement? Before, JsonElement? After);

/// <summary>What happens to a row.</summary>
public enum RowChangeKind
{
    /// <summary>It is new.</summary>
    Inserted,

    /// <summary>Some columns differ.</summary>
    Updated,

    /// <summary>It is gone.</summary>
    Deleted,
}
