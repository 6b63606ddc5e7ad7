using System.Text.Json;
using AgentOS.Data;
using AgentOS.Postgres.Events;
using AgentOS.Postgres.Journal;
using AgentOS.Postgres.References;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Postgres.Session;

/// <summary>One call's transaction: what the tool changes, and what is kept about it, become durable together.</summary>
internal sealed class PostgresToolTransaction : IToolTransaction
{
    private readonly AsyncServiceScope scope;
    private readonly Worker worker;
    private readonly Effect effect;
    private readonly List<PendingEvent> events = [];
    private readonly List<RowChange> changes = [];
    private bool claimed;

    public PostgresToolTransaction(PostgresSession session, TenantDatabase database, AsyncServiceScope scope, ToolContext context, Effect effect, Worker worker)
    {
        (Session, Database, Context) = (session, database, context);
        (this.scope, this.effect, this.worker) = (scope, effect, worker);
        scope.ServiceProvider.GetRequiredService<CallScope>().Transaction = this;
    }

    public PostgresSession Session { get; }

    public TenantDatabase Database { get; }

    public ToolContext Context { get; }

    /// <summary>The key of the call that this one takes back.</summary>
    public string? Undoes { get; set; }

    public IServiceProvider Services => scope.ServiceProvider;

    public IReferenceResolver References => field ??= new PostgresReferences(Session, Database);

    /// <summary>Notes rows that were written other than through the change tracker.</summary>
    public void Note(PendingEvent written)
    {
        events.Add(written);
        changes.AddRange(written.Rows);
    }

    public async ValueTask<RecordedOutcome?> ClaimAsync(CancellationToken cancel)
    {
        try
        {
            await using var claim = Session.Command(CallRows.Claim, Session.Tenant, Context.CallKey, Context.Principal.UserId, Sql.Text(Context.ConversationId), Context.Now);
            claimed = await claim.ExecuteNonQueryAsync(cancel) == 1;
            return claimed ? null : await RecordedAsync(cancel);
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    public async ValueTask<IReadOnlyList<RowChange>> FlushAsync(CancellationToken cancel)
    {
        if (effect == Effect.Read) return [];
        try
        {
            var taken = new ChangeCapture(Database, Session.Tenant).Take();
            if (taken.Count > 0) await Database.SaveChangesAsync(cancel);
            foreach (var written in taken)
                Note(written);
            return changes;
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    public async ValueTask CommitAsync(ToolDescriptor tool, JsonElement arguments, RecordedOutcome outcome, ToolInverse? inverse, IReadOnlyList<JournalEntry> journal, string? approval, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(tool);
        ArgumentNullException.ThrowIfNull(outcome);
        ArgumentNullException.ThrowIfNull(journal);
        if (effect == Effect.Read && (journal.Count > 0 || approval is not null))
            throw new InvalidOperationException("A read's transaction keeps nothing: its journal entries go through the journal.");
        await FlushAsync(cancel);
        if (effect == Effect.Read) return;
        try
        {
            if (approval is not null) await ApprovalUse.ConsumeAsync(Session, Context.Principal, approval, tool.Name, arguments, cancel);
            if (journal.Count > 0) await worker.LiveAsync(cancel);
            await using var batch = new NpgsqlBatch(Session.Connection, Session.Transaction);
            EventRows.AddTo(batch, Context, events);
            CallRows.AddTo(batch, new CallRecord(Context, tool, arguments, outcome, inverse, approval, Undoes, changes.Count), claimed);
            if (journal.Count > 0) JournalRows.AddTo(batch, Session.Tenant, worker, [.. journal.Select(e => new QueuedEntry(e, Context.Principal.UserId))]);
            batch.Add("commit");
            cancel.ThrowIfCancellationRequested();
            await batch.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Exception failure) when (Failures.Translate(failure, Context.ConversationId) is { } said)
        {
            throw said;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Database.Leave();
        await Database.DisposeAsync();
        await scope.DisposeAsync();
        await Session.DisposeAsync();
    }

    private async ValueTask<RecordedOutcome> RecordedAsync(CancellationToken cancel)
    {
        await using var command = Session.Command("select view, data::text from runtime.calls where tenant_id = $1 and key = $2", Session.Tenant, Context.CallKey);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel) || reader.IsDBNull(0)) throw new InvalidOperationException($"Call {Context.CallKey} is claimed but has no outcome.");
        return new RecordedOutcome(reader.GetString(0), JsonElement.Parse(reader.GetString(1)));
    }
}
