using System.CommandLine;
using System.Globalization;
using AgentOS.Host.Composition;
using AgentOS.Postgres;

namespace AgentOS.Host.Commands;

/// <summary><c>agentos db</c>.</summary>
internal static class DbCommand
{
    private const string Notes = """
        Examples:
          ./agentos db status    where the data is, how much, and who is connected
          ./agentos db stop      stop a private database that a killed AgentOS has left running

        With nothing configured the database is a private PostgreSQL that listens on no network address.
        It starts with the first AgentOS that needs it and stops with the last.
        """;

    public static Command Create()
    {
        var status = new DocumentedCommand("status", "Say where the database is and how it does", Notes);
        status.SetAction((_, cancel) => StatusAsync(cancel));
        var stop = new DocumentedCommand("stop", "Stop the private database if nothing else uses it", Notes);
        stop.SetAction((_, cancel) => StopAsync(cancel));
        return new DocumentedCommand("db", "The database", Notes) { status, stop };
    }

    private static async Task<int> StatusAsync(CancellationToken cancel)
    {
        var settings = SettingsFile.Load();
        await using var agentos = await RunningCopy.StartAsync(settings, cancel);
        var facts = await FactsAsync(agentos, cancel);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"""
            database     {(settings.ConnectionString is null ? "private, under " + settings.Home : "the one of ConnectionStrings__Postgres")}
            version      {facts.Version}
            size         {facts.Bytes / 1024d / 1024d:0.0} MB
            connections  {facts.Others} besides this command's
            """));
        return 0;
    }

    private static async Task<int> StopAsync(CancellationToken cancel)
    {
        var settings = SettingsFile.Load();
        if (settings.ConnectionString is not null) throw new UsageException("The database of ConnectionStrings__Postgres is not ours to stop.");
        if (!Directory.Exists(settings.Home))
        {
            Console.WriteLine("There is no private database yet.");
            return 0;
        }

        long others;
        await using (var agentos = await RunningCopy.StartAsync(settings, cancel))
        {
            others = (await FactsAsync(agentos, cancel)).Others;
        }

        Console.WriteLine(others == 0 ? "The private database is stopped." : $"It stays: {others} other connection(s) use it, and it stops with the last.");
        return 0;
    }

    private static async Task<(string Version, long Bytes, long Others)> FactsAsync(RunningCopy agentos, CancellationToken cancel)
    {
        var sessions = await agentos.Get<PostgresDatabase>().OpenAsync(cancel);
        await using var query = sessions.CreateCommand("""
            select current_setting('server_version'), pg_database_size(current_database()),
                   (select numbackends from pg_stat_database where datname = current_database()) - 1
            """);
        await using var row = await query.ExecuteReaderAsync(cancel);
        await row.ReadAsync(cancel);
        return (row.GetString(0), row.GetInt64(1), row.GetInt32(2));
    }
}
