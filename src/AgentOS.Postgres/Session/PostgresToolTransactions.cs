using AgentOS.Data;
using AgentOS.Postgres.Journal;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Postgres.Session;

/// <summary>Begins a transaction per call, with the tenant of the call's principal.</summary>
internal sealed class PostgresToolTransactions(
    PostgresDatabase database, IDbContextFactory<TenantDatabase> contexts, IServiceScopeFactory scopes, Worker worker) : IToolTransactions
{
    public async ValueTask<IToolTransaction> BeginAsync(ToolContext context, Effect effect, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            var source = await database.OpenAsync(cancel);
            var session = await PostgresSession.BeginAsync(source, context.Principal.Tenant.Id, effect == Effect.Read, cancel);
            return new PostgresToolTransaction(session, Enter(session), scopes.CreateAsyncScope(), context, effect, worker);
        }
        catch (Exception failure) when (Failures.Translate(failure) is { } said)
        {
            throw said;
        }
    }

    private TenantDatabase Enter(PostgresSession session)
    {
        var context = contexts.CreateDbContext();
        context.Session = session;
        context.Database.AutoSavepointsEnabled = false;
        context.Database.SetDbConnection(session.Connection);
        context.Database.UseTransaction(session.Transaction);
        return context;
    }
}

/// <summary>What lives as long as one call's transaction, for the services of its scope.</summary>
internal sealed class CallScope
{
    private PostgresToolTransaction? transaction;

    public PostgresToolTransaction Transaction
    {
        get => transaction ?? throw new InvalidOperationException("There is no call here: business data is reached through tools alone.");
        set => transaction = value;
    }
}
