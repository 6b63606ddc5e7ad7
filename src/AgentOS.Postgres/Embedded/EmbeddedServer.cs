using AgentOS.Data;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace AgentOS.Postgres.Embedded;

/// <summary>
/// A PostgreSQL of our own, reached through a Unix socket in a private folder. All processes that use one folder
/// share one server; the last one out stops it, and one that was left running is taken over.
/// </summary>
internal sealed partial class EmbeddedServer : IAsyncDisposable
{
    /// <summary>Owns the cluster; migrations run as it, tools never do.</summary>
    public const string Owner = "agentos";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Cluster cluster;
    private readonly Account account;
    private readonly string nodeModules;
    private readonly ILogger logger;
    private FileStream? use;
    private Binaries? binaries;

    private EmbeddedServer(Cluster cluster, Account account, string nodeModules, ILogger logger) =>
        (this.cluster, this.account, this.nodeModules, this.logger) = (cluster, account, nodeModules, logger);

    /// <summary>The socket's folder.</summary>
    public string Socket => cluster.Socket ?? throw new InvalidOperationException("The server has not been started.");

    /// <summary>Whether a running server was found and taken over.</summary>
    public bool Adopted { get; private set; }

    /// <summary>Process id of the server.</summary>
    public int? Postmaster => cluster.Postmaster;

    /// <summary>Starts the server of a folder, or joins the one that runs.</summary>
    /// <param name="folder">Where its data is.</param>
    /// <param name="nodeModules">Where npm has installed its programs.</param>
    /// <param name="logger">Told of starts and stops.</param>
    /// <param name="cancel">Cancels the start.</param>
    /// <param name="settings">More lines of configuration, for a server that is started anew.</param>
    public static async Task<EmbeddedServer> StartAsync(string folder, string nodeModules, ILogger logger, CancellationToken cancel, string? settings = null)
    {
        var account = Account.Choose();
        try
        {
            var server = new EmbeddedServer(await Cluster.OpenAsync(folder, account, cancel), account, nodeModules, logger);
            await server.StartAsync(settings, cancel);
            return server;
        }
        catch (UnauthorizedAccessException denied)
        {
            throw new DatabaseUnavailableException($"The database's folder {folder} cannot be used: {denied.Message} Start AgentOS as the user who owns it.", denied);
        }
        catch (IOException failure)
        {
            throw new DatabaseUnavailableException($"The database's folder {folder} cannot be used: {failure.Message}", failure);
        }
    }

    /// <summary>How to reach a database of this server.</summary>
    public string ConnectionString(string database, string user) => new NpgsqlConnectionStringBuilder
    {
        Host = Socket,
        Port = 5432,
        Username = user,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
    }.ConnectionString;

    /// <summary>Leaves; stops the server when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (use is null) return;
        await using var gate = await Flock.OwnAsync(cluster.Gate, Patience, CancellationToken.None);
        await use.DisposeAsync();
        use = null;
        await using var alone = Flock.TryOwn(cluster.Use);
        if (alone is null) return;
        binaries ??= await FindAsync(CancellationToken.None);
        var stopped = await StopAsync(binaries);
        if (stopped.Succeeded) Stopped(cluster.Root);
        else NotStopped(cluster.Root, stopped.Output);
    }

    /// <summary>Why the server stopped answering, as far as its disk and its log tell.</summary>
    public DatabaseUnavailableException Explain() =>
        Failure.Explain("The database stopped", cluster.Root, Failure.IsDiskFull(cluster.Root) ? Failure.NoSpace : cluster.LogTail());

    /// <summary>Leaves as a killed process does: the locks go, the server stays.</summary>
    internal void Abandon()
    {
        use?.Dispose();
        use = null;
    }

    private async Task StartAsync(string? settings, CancellationToken cancel)
    {
        await using var gate = await Flock.OwnAsync(cluster.Gate, Patience, cancel);
        use = await Flock.ShareAsync(cluster.Use, Patience, cancel);
        try
        {
            Adopted = await AnswersAsync(cancel);
            if (!Adopted) await LaunchAsync(settings, cancel);
        }
        catch
        {
            await use.DisposeAsync();
            use = null;
            throw;
        }

        if (Adopted) JoinedRunning(cluster.Root);
        else Started(cluster.Root);
    }

    private async Task LaunchAsync(string? settings, CancellationToken cancel)
    {
        binaries = await FindAsync(cancel);
        if (cluster.Major is null) await Initialisation.RunAsync(cluster, binaries, account, cancel);
        StalePostmaster.Forget(cluster);
        if (cluster.Postmaster is not null) await StopAsync(binaries);
        var socket = await cluster.PrepareSocketAsync(account, cancel);
        await File.WriteAllTextAsync(Path.Combine(cluster.Data, "socket.conf"), $"unix_socket_directories = '{socket.Replace("'", "''", StringComparison.Ordinal)}'\n{settings}", cancel);

        for (var attempt = 1; ; attempt++)
        {
            var result = await account.RunAsync([binaries.Program("pg_ctl"), "start", "-D", cluster.Data, "-l", cluster.Log, "-w", "-t", "120", "-s"], cluster.Root, cancel);
            if (result.Succeeded) return;
            var log = cluster.LogTail();
            // The processes of a server that was killed take a moment to notice it.
            if (attempt == 20 || !log.Contains("shared memory block", StringComparison.Ordinal))
                throw Failure.Explain("The database did not start", cluster.Root, result.Output + "\n" + log);
            await Task.Delay(250, cancel);
        }
    }

    /// <summary>In good order; a server that cannot (its disk is full) is stopped at once, which its log makes good at the next start.</summary>
    private async Task<CommandResult> StopAsync(Binaries with)
    {
        var stopped = await StopAsync(with, "fast", "20");
        return stopped.Succeeded ? stopped : await StopAsync(with, "immediate", "10");
    }

    private Task<CommandResult> StopAsync(Binaries with, string mode, string seconds) =>
        account.RunAsync([with.Program("pg_ctl"), "stop", "-D", cluster.Data, "-m", mode, "-w", "-t", seconds], cluster.Root, CancellationToken.None);

    private async Task<Binaries> FindAsync(CancellationToken cancel)
    {
        var found = await BinarySearch.FindAsync(nodeModules, cluster.Major, cancel);
        return account.Reaches(found.Bin) ? found : await BinaryCopy.MakeAsync(found, cancel);
    }

    /// <summary>Whether a server answers on the socket. One that is starting, or stopping, is waited for.</summary>
    private async Task<bool> AnswersAsync(CancellationToken cancel)
    {
        while (cluster.Postmaster is not null && cluster.Socket is { } socket && File.Exists(Path.Combine(socket, ".s.PGSQL.5432")))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres", Owner) + ";Pooling=false");
                await connection.OpenAsync(cancel);
                return true;
            }
            catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.CannotConnectNow)
            {
                await Task.Delay(50, cancel);
            }
            catch (PostgresException)
            {
                return true;
            }
            catch (NpgsqlException)
            {
                return false;
            }
        }

        return false;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The database under {Folder} has been started.")]
    private partial void Started(string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database under {Folder} was running and has been joined.")]
    private partial void JoinedRunning(string folder);

    [LoggerMessage(Level = LogLevel.Information, Message = "The database under {Folder} has been stopped.")]
    private partial void Stopped(string folder);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database under {Folder} could not be stopped; the next start takes it over. {Output}")]
    private partial void NotStopped(string folder, string output);
}
