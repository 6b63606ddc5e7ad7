namespace AgentOS.Postgres.Embedded;

/// <summary>Copies an installation that the server's account cannot get to (a project below /root) to where it can.</summary>
internal static class BinaryCopy
{
    private const string Home = "/var/lib/agentos";

    public static async Task<Binaries> MakeAsync(Binaries original, CancellationToken cancel)
    {
        var stamp = File.GetLastWriteTimeUtc(original.Program("postgres")).ToString("yyyyMMddHHmmss", null);
        var folder = Path.Combine(Home, $"postgresql-{original.Major}-{stamp}");
        var copy = new Binaries(Path.Combine(folder, "bin"), original.Major);
        if (Directory.Exists(folder)) return copy;

        Directory.CreateDirectory(Home);
        var unfinished = $"{folder}.{Environment.ProcessId}";
        var result = await Command.RunAsync(["cp", "-R", original.Root, unfinished], "/", cancel);
        if (!result.Succeeded) throw Failure.Explain("PostgreSQL's programs could not be copied", folder, result.Output);
        await Command.RunAsync(["chmod", "-R", "go+rX", unfinished], "/", cancel);
        try
        {
            Directory.Move(unfinished, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(unfinished, recursive: true);
        }

        return copy;
    }
}
