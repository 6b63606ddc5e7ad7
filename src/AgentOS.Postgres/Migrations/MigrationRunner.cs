using AgentOS.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgentOS.Postgres.Migrations;

/// <summary>Brings a database up to date as its owner, one process at a time.</summary>
/// <param name="sources">What there is to apply.</param>
/// <param name="login">A user to make for sessions; <see langword="null"/> when they sign in as the owner.</param>
internal sealed class MigrationRunner(MigrationSources sources, string? login)
{
    private const long Lock = 0x4147454E544F53;
    private const string HistoryTable = "migrations";
    private const string HistorySchema = "runtime";

    private const string Prepare = $"""
        do $$ begin
          if not exists (select from pg_roles where rolname = '{TenantIsolation.Role}') then
            create role {TenantIsolation.Role} nologin nobypassrls;
          end if;
          if not pg_has_role(current_user, '{TenantIsolation.Role}', 'member') then
            execute format('grant {TenantIsolation.Role} to %I', current_user);
          end if;
        exception when duplicate_object or unique_violation then null;
        end $$;
        create extension if not exists pg_trgm;
        """;

    private static string CreateLogin(string login) => $"""
        do $$ begin
          create role {login} login nosuperuser nobypassrls in role {TenantIsolation.Role};
        exception when duplicate_object or unique_violation then null;
        end $$;
        """;

    /// <summary>Applies what has not been applied; costs one query when nothing is to be done.</summary>
    public async Task RunAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        if (await IsCurrentAsync(connection, cancel)) return;
        await ExecuteAsync(connection, $"select pg_advisory_lock({Lock})", cancel);
        try
        {
            await ExecuteAsync(connection, Prepare, cancel);
            if (login is not null) await ExecuteAsync(connection, CreateLogin(login), cancel);
            await using var context = new MigrationContext(Options(connection));
            await context.Database.MigrateAsync(cancel);
            await ExecuteAsync(connection, $"grant select on {HistorySchema}.{HistoryTable} to {TenantIsolation.Role}", cancel);
        }
        finally
        {
            // A connection that was lost has let go of the lock by itself, and its loss is what must be told.
            if (connection.State == System.Data.ConnectionState.Open)
                await ExecuteAsync(connection, $"select pg_advisory_unlock({Lock})", CancellationToken.None);
        }
    }

    private async Task<bool> IsCurrentAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select array_agg(\"MigrationId\") from {HistorySchema}.{HistoryTable}", connection);
        try
        {
            return await command.ExecuteScalarAsync(cancel) is string[] applied && sources.Migrations.Keys.All(applied.ToHashSet().Contains);
        }
        catch (PostgresException absent) when (absent.SqlState is PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName)
        {
            return false;
        }
    }

    private DbContextOptions<MigrationContext> Options(NpgsqlConnection connection)
    {
        var options = new DbContextOptionsBuilder<MigrationContext>()
            .UseNpgsql(connection, npgsql => npgsql.MigrationsHistoryTable(HistoryTable, HistorySchema))
            .ConfigureWarnings(w => w.Ignore(RelationalEventId.PendingModelChangesWarning))
            .ReplaceService<IMigrationsAssembly, CollectedMigrations>();
        ((IDbContextOptionsBuilderInfrastructure)options).AddOrUpdateExtension(new SourcesExtension(sources));
        return options.Options;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(cancel);
    }

    private sealed class MigrationContext(DbContextOptions options) : DbContext(options);

    /// <summary>Hands the sources to EF's own services.</summary>
    private sealed class SourcesExtension(MigrationSources sources) : IDbContextOptionsExtension
    {
        public DbContextOptionsExtensionInfo Info => field ??= new About(this);

        public void ApplyServices(IServiceCollection services) => services.AddSingleton(sources);

        public void Validate(IDbContextOptions options)
        {
        }

        private sealed class About(SourcesExtension extension) : DbContextOptionsExtensionInfo(extension)
        {
            public override bool IsDatabaseProvider => false;

            public override string LogFragment => "";

            public override int GetServiceProviderHashCode() => extension.GetHashCode();

            public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => ReferenceEquals(this, other);

            public override void PopulateDebugInfo(IDictionary<string, string> debugInfo)
            {
            }
        }
    }
}
