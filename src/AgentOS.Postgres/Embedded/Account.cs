using AgentOS.Data;

namespace AgentOS.Postgres.Embedded;

/// <summary>The account that the server runs under: our own, or another one when we are root, as whom PostgreSQL refuses to run.</summary>
internal sealed class Account
{
    private static readonly string[] Preferred = ["postgres", "_postgres", "nobody"];
    private readonly string? user;
    private readonly string? runner;

    private Account(string? user, string? runner) => (this.user, this.runner) = (user, runner);

    public bool IsOther => user is not null;

    public static Account Choose()
    {
        if (!Environment.IsPrivilegedProcess || OperatingSystem.IsWindows()) return new Account(null, null);
        var known = File.Exists("/etc/passwd") ? File.ReadLines("/etc/passwd").Select(l => l.Split(':')[0]).ToHashSet() : [];
        var user = Preferred.FirstOrDefault(known.Contains);
        var runner = ((string[])["/usr/sbin/runuser", "/sbin/runuser", "/usr/bin/runuser"]).FirstOrDefault(File.Exists);
        return user is not null && runner is not null
            ? new Account(user, runner)
            : throw new DatabaseUnavailableException("PostgreSQL does not run as root, and there is no 'postgres' or 'nobody' to run it as with runuser. Start AgentOS as an ordinary user, or set ConnectionStrings__Postgres.");
    }

    public Task<CommandResult> RunAsync(IReadOnlyList<string> command, string folder, CancellationToken cancel) =>
        Command.RunAsync(user is null ? command : [runner!, "-u", user, "--", .. command], folder, cancel);

    /// <summary>Whether the account can get to a folder. Our own can by definition; another needs every folder above to be open.</summary>
    public bool Reaches(string folder)
    {
        if (user is null || OperatingSystem.IsWindows()) return true;
        for (var at = new DirectoryInfo(folder); at is not null; at = at.Parent)
        {
            if (at.Exists && !at.UnixFileMode.HasFlag(UnixFileMode.OtherExecute)) return false;
        }

        return true;
    }

    /// <summary>Makes a folder that only the account (and root) can enter.</summary>
    public async Task MakePrivateAsync(string folder, CancellationToken cancel)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
            return;
        }

        Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (user is null) return;
        var given = await Command.RunAsync(["chown", user, folder], "/", cancel);
        if (!given.Succeeded) throw new DatabaseUnavailableException($"{folder} cannot be given to '{user}': {given.Output.Trim()}");
    }
}
