using AgentOS.Domain;
using AgentOS.Postgres.Migrations;
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
        return services;
    }
}
