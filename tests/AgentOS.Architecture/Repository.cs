using System.Runtime.CompilerServices;

namespace AgentOS.Architecture;

/// <summary>A file of the repository.</summary>
/// <param name="Path">From the repository's root, with <c>/</c>.</param>
/// <param name="Text">Its text.</param>
public sealed record SourceFile(string Path, string Text)
{
    public IEnumerable<(int Number, string Text)> Lines => Text.Split('\n').Select((line, i) => (i + 1, line));

    public string At(int line) => $"{Path}:{line}";
}

/// <summary>The repository's own files, without what is built or installed.</summary>
internal static class Repository
{
    private static readonly string[] Skipped = ["bin", "obj", "node_modules", ".git", ".agentos", "dist", "TestResults", "BenchmarkDotNet.Artifacts"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    public static IReadOnlyList<SourceFile> Files(string pattern, params string[] folders) =>
        [.. folders.SelectMany(folder => Below(Path.Combine(Root, folder), pattern))
            .Order(StringComparer.Ordinal)
            .Select(path => new SourceFile(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path)))];

    private static IEnumerable<string> Below(string folder, string pattern) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, pattern).Concat(
            Directory.EnumerateDirectories(folder).Where(d => !Skipped.Contains(Path.GetFileName(d))).SelectMany(d => Below(d, pattern)));

    private static string Here([CallerFilePath] string path = "") => path;
}
