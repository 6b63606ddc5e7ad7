using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Postgres.Embedded;
using AgentOS.Postgres.Migrations;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentOS.Postgres;

/// <summary>
/// The database: started if it is our own, migrated, and open for sessions that row-level security binds.
/// Everything that needs it waits for the same start.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    private const string Name = "agentos";

    /// <summary>Whom sessions sign in as on our own server, so that not even resetting the role gives more.</summary>
    private const string Login = "agentos_session";

    private readonly PostgresOptions options;
    private readonly MigrationSources sources;
    private readonly ILogger<PostgresDatabase> logger;
    private readonly Lock gate = new();
    private Task<NpgsqlDataSource>? opening;
    private EmbeddedServer? server;

    internal PostgresDatabase(PostgresOptions options, MigrationSources sources, ILogger<PostgresDatabase> logger) =>
        (this.options, this.sources, this.logger) = (options, sources, logger);

    /// <summary>The owner's connection string, once started; for migrations and tests only.</summary>
    internal string? OwnerConnectionString { get; private set; }

    /// <summary>Starts and migrates the database, once; every later call gets the same sessions.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be used; the message says what to do.</exception>
    public ValueTask<NpgsqlDataSource> OpenAsync(CancellationToken cancel)
    {
        Task<NpgsqlDataSource> task;
        lock (gate)
        {
            if (opening is null or { IsFaulted: true } or { IsCanceled: true }) opening = StartAsync();
            task = opening;
        }

        return new ValueTask<NpgsqlDataSource>(task.IsCompleted ? task : task.WaitAsync(cancel));
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (opening is { IsCompletedSuccessfully: true }) await (await opening).DisposeAsync();
        if (server is not null) await server.DisposeAsync();
    }

    private async Task<NpgsqlDataSource> StartAsync()
    {
        try
        {
            var sessions = options.ConnectionString is { Length: > 0 } given ? await UseAsync(given) : await RunOwnAsync();
            return Sessions(sessions);
        }
        catch (NpgsqlException failure)
        {
            throw server is not null && IsLost(failure) ? server.Explain() : Explain(failure);
        }
        catch (ArgumentException malformed)
        {
            // The parser's message may quote what it could not read, a password perhaps.
            throw new DatabaseUnavailableException($"ConnectionStrings__Postgres cannot be read ({malformed.GetType().Name}). It should look like 'Host=…;Database=…;Username=…;Password=…'.");
        }
    }

    private async Task<NpgsqlConnectionStringBuilder> UseAsync(string given)
    {
        await MigrateAsync(given, login: null);
        return new NpgsqlConnectionStringBuilder(given);
    }

    private async Task<NpgsqlConnectionStringBuilder> RunOwnAsync()
    {
        server ??= await EmbeddedServer.StartAsync(options.Folder, options.NodeModules, logger, CancellationToken.None);
        var owner = server.ConnectionString(Name, EmbeddedServer.Owner);
        try
        {
            await MigrateAsync(owner, Login);
        }
        catch (PostgresException absent) when (absent.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateAsync(server.ConnectionString("postgres", EmbeddedServer.Owner));
            await MigrateAsync(owner, Login);
        }

        return new NpgsqlConnectionStringBuilder(server.ConnectionString(Name, Login));
    }

    private async Task MigrateAsync(string connectionString, string? login)
    {
        OwnerConnectionString = connectionString;
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await new MigrationRunner(sources, login).RunAsync(connection, CancellationToken.None);
    }

    private NpgsqlDataSource Sessions(NpgsqlConnectionStringBuilder connection)
    {
        connection.Options = $"-c role={TenantIsolation.Role}";
        connection.MaxPoolSize = options.MaxConnections;
        connection.MaxAutoPrepare = 200;
        connection.AutoPrepareMinUsages = 3;
        // Sessions set nothing beyond a transaction, so there is nothing to reset.
        connection.NoResetOnClose = true;
        connection.ApplicationName = "AgentOS";
        connection.IncludeErrorDetail = false;
        return NpgsqlDataSource.Create(connection);
    }

    private static async Task CreateAsync(string server)
    {
        await using var connection = new NpgsqlConnection(server + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"create database {Name}", connection);
        try
        {
            await command.ExecuteNonQueryAsync();
        }
        catch (PostgresException exists) when (exists.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was quicker.
        }
    }

    private static bool IsLost(NpgsqlException failure) =>
        failure is not PostgresException || failure.SqlState is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow;

    private static DatabaseUnavailableException Explain(NpgsqlException failure) => failure is PostgresException refused
        ? new(refused.SqlState switch
        {
            PostgresErrorCodes.DiskFull => "The database's disk is full. Free some space and start again; nothing is lost.",
            PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => "The database refuses the user or the password in ConnectionStrings__Postgres.",
            PostgresErrorCodes.InvalidCatalogName => "The database named in ConnectionStrings__Postgres does not exist. Create it first.",
            PostgresErrorCodes.InsufficientPrivilege => $"The user in ConnectionStrings__Postgres may not prepare the database: {refused.MessageText}. It must own the database and be able to create roles and extensions.",
            _ => $"The database cannot be prepared: {refused.MessageText} ({refused.SqlState}).",
        }, refused)
        : new("The database does not answer. Check that it runs and that ConnectionStrings__Postgres names its host and port.", failure);
}
