namespace AgentOS.Postgres.Embedded;

/// <summary>Makes the data folder: under another name first, so that one that was interrupted is done again.</summary>
internal static class Initialisation
{
    private const string Settings = """

        # AgentOS: reached through a private socket only; statements, which hold people's data, are not logged.
        listen_addresses = ''
        unix_socket_permissions = 0700
        max_connections = 250
        wal_level = minimal
        max_wal_senders = 0
        jit = off
        log_min_error_statement = panic
        log_parameter_max_length_on_error = 0
        log_statement = none
        lc_messages = 'C'
        timezone = 'UTC'
        log_timezone = 'UTC'
        include_if_exists = 'socket.conf'

        """;

    public static async Task RunAsync(Cluster cluster, Binaries binaries, Account account, CancellationToken cancel)
    {
        foreach (var left in Directory.EnumerateDirectories(cluster.Root, "data.new*"))
            Directory.Delete(left, recursive: true);

        var folder = Path.Combine(cluster.Root, "data.new");
        List<string> command =
        [
            binaries.Program("initdb"), "-D", folder, "-U", EmbeddedServer.Owner, "-A", "trust", "-E", "UTF8",
            "--no-sync", "--no-instructions",
        ];
        command.AddRange(binaries.Major >= 17
            ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
            : [OperatingSystem.IsMacOS() ? "--locale=C" : "--locale=C.UTF-8"]);

        var result = await account.RunAsync(command, cluster.Root, cancel);
        if (!result.Succeeded) throw Failure.Explain("The database could not be initialised", cluster.Root, result.Output);
        await File.AppendAllTextAsync(Path.Combine(folder, "postgresql.conf"), Settings, cancel);
        Directory.Move(folder, cluster.Data);
    }
}
