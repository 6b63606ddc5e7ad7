namespace AgentOS.Postgres.Embedded;

/// <summary>A PostgreSQL installation: where its programs are, and its major version.</summary>
internal sealed record Binaries(string Bin, int Major)
{
    /// <summary>The folder that holds bin, lib and share.</summary>
    public string Root => Path.GetDirectoryName(Bin)!;

    public string Program(string name) => Path.Combine(Bin, OperatingSystem.IsWindows() ? name + ".exe" : name);
}
