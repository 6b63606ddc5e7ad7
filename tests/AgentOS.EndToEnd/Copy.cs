namespace AgentOS.EndToEnd;

/// <summary>A copy of AgentOS of one's own: an empty folder, and no setting from outside.</summary>
internal sealed class Copy : IDisposable
{
    public Copy()
    {
        Home = Path.Combine(Path.GetTempPath(), "agentos-e2e-" + Guid.NewGuid().ToString("n")[..8]);
        Environment = new Dictionary<string, string>
        {
            ["AGENTOS_HOME"] = Home,
            ["AGENTOS_ROOT"] = Root,
            ["AGENTOS_MODEL"] = "embedded",
            ["ConnectionStrings__Postgres"] = "",
            ["NO_COLOR"] = "1",
        };
    }

    public static string Root { get; } = FindRoot();

    public string Home { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public void Dispose()
    {
        if (Directory.Exists(Home)) Directory.Delete(Home, recursive: true);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "package.json"))) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The project's folder was not found above the tests.");
    }
}
