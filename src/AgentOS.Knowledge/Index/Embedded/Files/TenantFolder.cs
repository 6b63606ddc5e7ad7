namespace AgentOS.Knowledge.Index.Embedded.Files;

/// <summary>
/// A tenant's folder. The process that came first owns it and writes to it; another one reads what is there and keeps what it adds in a folder of its own,
/// which is gone with it.
/// </summary>
internal sealed class TenantFolder : IDisposable
{
    private readonly FileStream? owned;
    private readonly string shared;
    private readonly string? own;

    private TenantFolder(string shared, FileStream? owned, string? own) => (this.shared, this.owned, this.own) = (shared, owned, own);

    /// <summary>Whether this process owns the folder.</summary>
    public bool IsOwned => owned is not null;

    public string ManifestPath => Path.Combine(own ?? shared, "manifest");

    /// <summary>Where the manifest is read from at the start.</summary>
    public string FirstManifestPath => Path.Combine(shared, "manifest");

    public static TenantFolder Open(string root, Guid tenant)
    {
        var shared = Path.Combine(root, tenant.ToString("N"));
        try
        {
            Directory.CreateDirectory(shared);
            return new TenantFolder(shared, new FileStream(Path.Combine(shared, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), null);
        }
        catch (Exception taken) when (taken is IOException or UnauthorizedAccessException)
        {
            return new TenantFolder(shared, null, Directory.CreateTempSubdirectory("agentos-knowledge-").FullName);
        }
    }

    /// <summary>The path of a segment that is to be written.</summary>
    public string NewPath(string name) => Path.Combine(own ?? shared, name);

    /// <summary>The path of a segment that is there.</summary>
    public string PathOf(string name) => own is not null && File.Exists(Path.Combine(own, name)) ? Path.Combine(own, name) : Path.Combine(shared, name);

    /// <summary>The name of a segment; names of two processes never meet.</summary>
    public string NameOf(long number) => IsOwned ? $"{number:D8}.segment" : $"{number:D8}.{Path.GetFileName(own)}.segment";

    /// <summary>Removes segments that are not in use, as a killed process leaves them.</summary>
    public void Sweep(IEnumerable<string> used)
    {
        var kept = used.ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(own ?? shared))
            if (Path.GetFileName(file) is var name && name is not ("manifest" or "lock") && !kept.Contains(name)) Remove(file);
    }

    /// <summary>Removes a segment, if it is this process's to remove.</summary>
    public void Remove(ManifestSegment segment) => Remove(NewPath(segment.Name));

    public void Dispose()
    {
        owned?.Dispose();
        if (own is not null && Directory.Exists(own)) Directory.Delete(own, recursive: true);
    }

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException)
        {
            // Where files in use cannot be removed, the next start does.
        }
    }
}
