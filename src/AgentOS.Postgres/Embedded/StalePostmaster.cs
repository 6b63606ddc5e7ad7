using System.Diagnostics;

namespace AgentOS.Postgres.Embedded;

/// <summary>
/// After a crash postmaster.pid names a process that is gone, or, in a container above all, another program
/// that now has its number. PostgreSQL refuses to start in the second case.
/// </summary>
internal static class StalePostmaster
{
    public static void Forget(Cluster cluster)
    {
        if (cluster.Postmaster is not { } pid || IsOurs(pid, cluster.Data)) return;
        File.Delete(Path.Combine(cluster.Data, "postmaster.pid"));
        if (cluster.Socket is not { } socket) return;
        File.Delete(Path.Combine(socket, ".s.PGSQL.5432"));
        File.Delete(Path.Combine(socket, ".s.PGSQL.5432.lock"));
    }

    private static bool IsOurs(int pid, string data)
    {
        try
        {
            using var process = Process.GetProcessById(pid);
            if (!process.ProcessName.StartsWith("postgres", StringComparison.Ordinal)) return false;
            // A server works in its data folder; where that cannot be seen, it is taken for ours.
            return !OperatingSystem.IsLinux() || (File.ResolveLinkTarget($"/proc/{pid}/cwd", false)?.FullName ?? data) == data;
        }
        catch (Exception gone) when (gone is ArgumentException or InvalidOperationException or DirectoryNotFoundException or FileNotFoundException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return true;
        }
    }
}
