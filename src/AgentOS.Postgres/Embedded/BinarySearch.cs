using System.Runtime.InteropServices;
using System.Text.RegularExpressions;
using AgentOS.Data;

namespace AgentOS.Postgres.Embedded;

/// <summary>Finds PostgreSQL 15 or later: the npm package first, then what the machine has.</summary>
internal static partial class BinarySearch
{
    private const int Oldest = 15;

    /// <summary>The first installation that fits.</summary>
    /// <param name="nodeModules">Where npm has installed.</param>
    /// <param name="major">The version that existing data needs, or <see langword="null"/>.</param>
    /// <param name="cancel">Cancels the search.</param>
    public static async Task<Binaries> FindAsync(string nodeModules, int? major, CancellationToken cancel)
    {
        var seen = new List<int>();
        foreach (var bin in Places(nodeModules))
        {
            var found = await ProbeAsync(bin, cancel);
            if (found is null) continue;
            if (major is null ? found.Major >= Oldest : found.Major == major) return found;
            seen.Add(found.Major);
        }

        throw new DatabaseUnavailableException(major is { } needed
            ? $"The data was written by PostgreSQL {needed}, which is not on this machine{Other(seen)}. Install it, or move the data folder away to begin anew."
            : $"No PostgreSQL {Oldest} or later was found{Other(seen)}. Run 'npm ci' in the project's folder, install PostgreSQL, or set ConnectionStrings__Postgres.");
    }

    private static string Other(List<int> seen) => seen.Count == 0 ? "" : $" (found: {string.Join(", ", seen)})";

    private static IEnumerable<string> Places(string nodeModules)
    {
        var platform = OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsWindows() ? "windows" : "linux";
        var architecture = RuntimeInformation.OSArchitecture.ToString().ToLowerInvariant();
        yield return Path.GetFullPath(Path.Combine(nodeModules, "@embedded-postgres", $"{platform}-{architecture}", "native", "bin"));

        foreach (var folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            if (ResolvedFolder(Path.Combine(folder, "pg_ctl")) is { } bin) yield return bin;
        }

        foreach (var parent in (string[])["/usr/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt"])
        {
            if (!Directory.Exists(parent)) continue;
            foreach (var version in Directory.EnumerateDirectories(parent).Where(d => parent.EndsWith("postgresql", StringComparison.Ordinal) || Path.GetFileName(d).StartsWith("postgresql", StringComparison.Ordinal)).OrderDescending())
                yield return Path.Combine(version, "bin");
        }

        yield return "/usr/pgsql/bin";
        yield return "/usr/local/pgsql/bin";
    }

    private static string? ResolvedFolder(string program)
    {
        if (!File.Exists(program)) return null;
        return Path.GetDirectoryName(File.ResolveLinkTarget(program, returnFinalTarget: true)?.FullName ?? program);
    }

    private static async Task<Binaries?> ProbeAsync(string bin, CancellationToken cancel)
    {
        var candidate = new Binaries(bin, 0);
        if (!File.Exists(candidate.Program("pg_ctl"))) return null;
        if (!File.Exists(candidate.Program("postgres")) || !File.Exists(candidate.Program("initdb")))
            return await ElsewhereAsync(bin, cancel);
        Links.Create(candidate.Root);
        Links.MakeRunnable(bin);
        var version = await Command.RunAsync([candidate.Program("postgres"), "--version"], "/", cancel);
        var match = Version().Match(version.Output);
        return version.Succeeded && match.Success ? candidate with { Major = int.Parse(match.Groups[1].ValueSpan, null) } : null;
    }

    /// <summary>A pg_ctl on the path may be a copy of one whose siblings are where pg_config says.</summary>
    private static async Task<Binaries?> ElsewhereAsync(string bin, CancellationToken cancel)
    {
        var config = Path.Combine(bin, "pg_config");
        if (!File.Exists(config)) return null;
        var answer = await Command.RunAsync([config, "--bindir"], "/", cancel);
        var folder = answer.Output.Trim();
        return answer.Succeeded && folder != bin && File.Exists(Path.Combine(folder, "postgres")) ? await ProbeAsync(folder, cancel) : null;
    }

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Version();
}
