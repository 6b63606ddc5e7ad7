namespace AgentOS.Knowledge.Ingestion;

/// <summary>The files that paths stand for.</summary>
/// <param name="Files">Full path of each file by its source.</param>
/// <param name="Folders">The folders' sources, ending in <c>/</c>.</param>
/// <param name="OtherKinds">How many files in folders are of kinds that are not read.</param>
internal sealed record ScannedFiles(IReadOnlyDictionary<string, string> Files, IReadOnlyList<string> Folders, int OtherKinds)
{
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    /// <summary>Looks the paths up.</summary>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static ScannedFiles Of(IntakeRequest request, IReadOnlyList<string> endings)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var folders = new List<string>();
        var others = 0;
        foreach (var path in request.Paths.Select(Path.GetFullPath))
        {
            if (File.Exists(path))
            {
                files[Source(path, request.Root)] = path;
                continue;
            }

            if (!Directory.Exists(path)) throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
            var folder = Source(path, request.Root).TrimEnd('/');
            folders.Add(folder.Length == 0 ? "" : folder + "/");
            foreach (var file in Directory.EnumerateFiles(path, "*", Below))
            {
                if (endings.Contains(Path.GetExtension(file).ToLowerInvariant())) files[Source(file, request.Root)] = file;
                else others++;
            }
        }

        return new ScannedFiles(files, folders, others);
    }

    /// <summary>Whether a source lies in one of the folders, so that it is gone when it was not found. What did not come from a file has a scheme.</summary>
    public bool Covers(string source) =>
        Folders.Any(f => f.Length > 0 ? source.StartsWith(f, StringComparison.Ordinal) : !Path.IsPathRooted(source) && !source.Contains(':', StringComparison.Ordinal));

    private static string Source(string path, string? root)
    {
        if (root is not null)
        {
            var relative = Path.GetRelativePath(root, path);
            if (relative == ".") return "";
            if (!Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith(".." + Path.DirectorySeparatorChar, StringComparison.Ordinal)) path = relative;
        }

        return path.Replace(Path.DirectorySeparatorChar, '/');
    }
}
