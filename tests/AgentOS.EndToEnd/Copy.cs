using AgentOS.Testing;

namespace AgentOS.EndToEnd;

/// <summary>A copy of AgentOS of one's own, and no setting from outside.</summary>
internal sealed class Copy : IDisposable
{
    private Copy(string home)
    {
        Home = home;
        Environment = new Dictionary<string, string>
        {
            ["AGENTOS_HOME"] = Home,
            ["AGENTOS_ROOT"] = Repository.Root,
            ["AGENTOS_MODEL"] = "embedded",
            ["ConnectionStrings__Postgres"] = "",
            ["NO_COLOR"] = "1",
        };
    }

    /// <summary>In a folder that holds only what any copy of this build has learnt from the tools' examples.</summary>
    public Copy()
        : this(Empty().Home)
    {
        Directory.CreateDirectory(Home);
        Directory.CreateSymbolicLink(Path.Combine(Home, "understanding"), Repository.Learnt);
    }

    public string Home { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    /// <summary>As somebody finds it: without even a folder.</summary>
    public static Copy Empty() => new(Path.Combine(Path.GetTempPath(), "agentos-e2e-" + Guid.NewGuid().ToString("n")[..8]));

    public void Dispose()
    {
        if (Directory.Exists(Home)) Directory.Delete(Home, recursive: true);
    }
}
