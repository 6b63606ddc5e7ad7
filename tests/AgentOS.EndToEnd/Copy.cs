using AgentOS.Testing;

namespace AgentOS.EndToEnd;

/// <summary>A copy of AgentOS of one's own: an empty folder, and no setting from outside.</summary>
internal sealed class Copy : IDisposable
{
    /// <param name="learns">Learns from the tools' examples itself, as the first start does; otherwise it finds what another has learnt.</param>
    public Copy(bool learns = false)
    {
        Home = Path.Combine(Path.GetTempPath(), "agentos-e2e-" + Guid.NewGuid().ToString("n")[..8]);
        Environment = new Dictionary<string, string>
        {
            ["AGENTOS_HOME"] = Home,
            ["AGENTOS_ROOT"] = Repository.Root,
            ["AGENTOS_MODEL"] = "embedded",
            ["ConnectionStrings__Postgres"] = "",
            ["NO_COLOR"] = "1",
        };
        if (learns) return;
        Directory.CreateDirectory(Home);
        Directory.CreateSymbolicLink(Path.Combine(Home, "understanding"), Repository.Learnt);
    }

    public string Home { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public void Dispose()
    {
        if (Directory.Exists(Home)) Directory.Delete(Home, recursive: true);
    }
}
