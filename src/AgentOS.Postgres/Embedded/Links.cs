using System.Text.Json;
using AgentOS.Data;

namespace AgentOS.Postgres.Embedded;

/// <summary>
/// npm packages hold no symbolic links; the package lists those that its libraries need, and makes them in a
/// post-install script that npm may skip.
/// </summary>
internal static class Links
{
    public static void Create(string native)
    {
        var list = Path.Combine(native, "pg-symlinks.json");
        if (!File.Exists(list)) return;
        var package = Path.GetDirectoryName(native)!;
        using var json = JsonDocument.Parse(File.ReadAllBytes(list));
        foreach (var link in json.RootElement.EnumerateArray())
        {
            var target = Path.Combine(package, link.GetProperty("target").GetString()!);
            if (File.Exists(target)) continue;
            var source = Path.Combine(package, link.GetProperty("source").GetString()!);
            try
            {
                File.CreateSymbolicLink(target, Path.GetRelativePath(Path.GetDirectoryName(target)!, source));
            }
            catch (IOException) when (File.Exists(target))
            {
                // Another process has made it in the meantime.
            }
            catch (UnauthorizedAccessException denied)
            {
                throw new DatabaseUnavailableException($"The links of PostgreSQL's libraries cannot be made in {package}. Run 'npm rebuild' there as the user who owns it.", denied);
            }
        }
    }

    public static void MakeRunnable(string bin)
    {
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode Run = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        foreach (var program in Directory.EnumerateFiles(bin))
        {
            var mode = File.GetUnixFileMode(program);
            if (!mode.HasFlag(UnixFileMode.UserExecute)) File.SetUnixFileMode(program, mode | Run);
        }
    }
}
