using AgentOS.Host.Composition;
using AgentOS.Identity;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Testing;
using AgentOS.Testing.Qdrant.StandIn;
using AgentOS.Turns;
using Xunit;

namespace AgentOS.Host.Tests.Qdrant;

/// <summary>A copy of AgentOS as its commands run it, on a database of its own, with <c>AGENTOS_QDRANT_URL</c> set to a stand-in for Qdrant.</summary>
public sealed class QdrantCopy : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agentos-qdrant-");
    private TestDatabase database = null!;
    private RunningCopy copy = null!;

    internal QdrantStandIn StandIn { get; private set; } = null!;

    internal HostSettings Settings { get; private set; } = null!;

    /// <summary>Requests are tried again at once and are never late; everything else waits until a test turns it.</summary>
    internal ManualTime Clock { get; } = new() { AtOnce = static due => due < TimeSpan.FromSeconds(3) };

    public async ValueTask InitializeAsync()
    {
        StandIn = await QdrantStandIn.StartAsync();
        database = await TestDatabase.ForkAsync([.. Parts.Modules.Select(m => m.GetType().Assembly).Distinct()]);
        var environment = new Dictionary<string, string>
        {
            ["AGENTOS_HOME"] = Home("copy"),
            ["AGENTOS_ROOT"] = Repository.Root,
            ["AGENTOS_MODEL"] = "embedded",
            ["AGENTOS_SEED"] = "no",
            ["AGENTOS_QDRANT_URL"] = StandIn.Url.ToString(),
            ["ConnectionStrings__Postgres"] = database.ConnectionString,
        };
        Settings = SettingsFile.Load(environment.GetValueOrDefault);
        copy = await RunningCopy.StartAsync(Settings, TestContext.Current.CancellationToken, converses: true, Clock);
    }

    /// <summary>Somebody of a company that nobody else has.</summary>
    internal static Principal Somebody() => TestPrincipals.Sara with { Tenant = TestPrincipals.Sara.Tenant with { Id = Guid.CreateVersion7() }, UserId = Guid.CreateVersion7() };

    /// <summary>A home that holds only what was learnt from the tools' examples.</summary>
    internal string Home(string name)
    {
        var home = folder.CreateSubdirectory(name).FullName;
        Directory.CreateSymbolicLink(Path.Combine(home, "understanding"), Repository.Learnt);
        return home;
    }

    /// <summary>Adds a document, as <c>knowledge add</c> does.</summary>
    internal async Task AddAsync(Principal to, string name, string text)
    {
        var path = Path.Combine(folder.CreateSubdirectory(to.Tenant.Id.ToString("n")).FullName, name);
        await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
        var report = await copy.Get<KnowledgeIntake>().AddAsync(new IntakeRequest(to.Tenant.Id, [path]), null, TestContext.Current.CancellationToken);
        Assert.Single(report.Added);
    }

    /// <summary>Searches, as <c>knowledge search</c> does.</summary>
    internal ValueTask<FoundPassages> FindAsync(Principal by, string text) =>
        copy.Get<IKnowledgeSearch>().SearchAsync(new KnowledgeQuery(by.Tenant.Id, text), TestContext.Current.CancellationToken);

    /// <summary>Asks in a conversation, as <c>chat</c> does.</summary>
    internal async Task<string> AskAsync(Principal by, string question) =>
        (await copy.Get<IConversations>().SayAsync(new IncomingMessage(by, Guid.CreateVersion7().ToString(), question), null, TestContext.Current.CancellationToken)).Reply;

    public async ValueTask DisposeAsync()
    {
        if (copy is not null) await copy.DisposeAsync();
        await database.DisposeAsync();
        await StandIn.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
