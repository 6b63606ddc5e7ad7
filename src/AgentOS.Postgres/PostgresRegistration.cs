using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Knowledge;
using AgentOS.Postgres.Accounts;
using AgentOS.Postgres.Approvals;
using AgentOS.Postgres.Events;
using AgentOS.Postgres.Journal;
using AgentOS.Postgres.Knowledge;
using AgentOS.Postgres.Migrations;
using AgentOS.Postgres.Names;
using AgentOS.Postgres.Session;
using AgentOS.Postgres.Undo;
using AgentOS.Turns;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Postgres;

/// <summary>Registers everything that PostgreSQL provides.</summary>
public static class PostgresRegistration
{
    /// <summary>
    /// Adds the database and what stands on it. Modules are taken from the registered <see cref="IModule"/>s;
    /// the database opens at first use, or by <see cref="PostgresDatabase.OpenAsync"/>.
    /// </summary>
    public static IServiceCollection AddAgentOSPostgres(this IServiceCollection services, PostgresOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.AddSingleton(s => new PostgresDatabase(
            options,
            new MigrationSources([.. s.GetServices<IModule>().Select(m => m.GetType().Assembly), .. options.MigrationAssemblies]),
            s.GetService<ILogger<PostgresDatabase>>() ?? NullLogger<PostgresDatabase>.Instance));
        services.AddSingleton(s => new PostgresAccounts(s.GetRequiredService<PostgresDatabase>()));
        services.AddSingleton(s => new EventLog(s.GetRequiredService<PostgresDatabase>()));
        services.AddSingleton<INameSource, PostgresNames>();
        services.AddSingleton<IKnowledgeStore, PostgresKnowledgeStore>();
        services.AddSingleton<Worker>();
        services.AddSingleton<IJournal, PostgresJournal>();
        services.AddSingleton<IOpenTurns, PostgresOpenTurns>();
        services.AddSingleton<IApprovals, PostgresApprovals>();
        services.AddScoped<IUndo, PostgresUndo>();
        services.AddSingleton<IToolTransactions, PostgresToolTransactions>();
        services.AddPooledDbContextFactory<TenantDatabase>((s, o) => o
            .UseApplicationServiceProvider(s)
            .UseNpgsql()
            .ReplaceService<IModelCacheKeyFactory, ModuleModels>()
            .EnableThreadSafetyChecks(false));
        services.AddScoped<CallScope>();
        services.AddScoped<IReferenceResolver>(s => s.GetRequiredService<CallScope>().Transaction.References);
        services.AddScoped<Database>(s => s.GetRequiredService<CallScope>().Transaction.Database);
        return services;
    }
}
