namespace AgentOS.Testing;

/// <summary>The project's folder, above the tests that were built in it.</summary>
public static class Repository
{
    /// <summary>Its path.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>A home for copies of AgentOS that have nothing of their own to keep.</summary>
    public static string Home { get; } = Path.Combine(Root, ".agentos", "tests");

    /// <summary>Where all tests keep what was learnt from the tools' examples: it is learnt once in a run, and again only when the examples or the build are others.</summary>
    public static string Learnt { get; } = Directory.CreateDirectory(Path.Combine(Home, "understanding")).FullName;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "package.json"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The project's folder was not found above the tests.");
    }
}
