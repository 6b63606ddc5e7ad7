using AgentOS.Data;

namespace AgentOS.Postgres.Embedded;

/// <summary>Turns what PostgreSQL's programs wrote into what a person can do about it.</summary>
internal static class Failure
{
    /// <summary>What programs write when the disk is full.</summary>
    public const string NoSpace = "No space left on device";

    /// <summary>The write-ahead log grows by segments of 16 MB; with less than that free the server gives up.</summary>
    private const long Segment = 16 * 1024 * 1024;

    public static bool IsDiskFull(string folder) => new DriveInfo(folder).AvailableFreeSpace < Segment;

    public static DatabaseUnavailableException Explain(string what, string folder, string output)
    {
        if (output.Contains(NoSpace, StringComparison.Ordinal) || output.Contains("Disk quota exceeded", StringComparison.Ordinal))
            return new($"{what}: the disk is full. Free some space for {folder} and start again; nothing is lost.");
        if (output.Contains("Permission denied", StringComparison.Ordinal))
            return new($"{what}: access to {folder} is denied. Give that folder back to the user who runs AgentOS.{Tail(output)}");
        if (output.Contains("incompatible with server", StringComparison.Ordinal))
            return new($"{what}: the data in {folder} is another PostgreSQL version's.{Tail(output)}");
        return new($"{what} in {folder}.{Tail(output)}");
    }

    private static string Tail(string output)
    {
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return lines.Length == 0 ? "" : "\n" + string.Join('\n', lines.TakeLast(6));
    }
}
