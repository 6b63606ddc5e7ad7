using AgentOS.Data;
using AgentOS.Domain;
using AgentOS.Domain.Knowledge;
using AgentOS.Identity;
using AgentOS.Knowledge;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Postgres.Tests.Knowledge;

/// <summary>A database that keeps documents, and companies of their own for each test.</summary>
public sealed class KnowledgeFixture : DatabaseFixture, IAsyncLifetime
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);

    public IKnowledgeStore Store => Services.GetRequiredService<IKnowledgeStore>();

    public static Principal NewCompany() => TestPrincipals.Sara with { Tenant = TestPrincipals.Sara.Tenant with { Id = Guid.CreateVersion7() } };

    public static DocumentInfo Document(string source, string title = "Returns policy", string hash = "1") => new()
    {
        Id = Guid.CreateVersion7(),
        Source = source,
        Title = title,
        Language = "en",
        Labels = ["policy"],
        ValidFrom = new DateOnly(2026, 1, 1),
        ContentHash = hash,
        ReadAt = Now,
        PassageCount = 1,
    };

    public static Passage Passage(DocumentInfo document, int number, string text) => new()
    {
        Id = Guid.CreateVersion7(),
        Document = document.Id,
        Number = number,
        Text = text,
        Headings = ["Returns", "Machines"],
        Place = "lines 1–3",
        Language = "en",
    };

    /// <summary>Keeps a document with these passages.</summary>
    public async Task<DocumentInfo> KeepAsync(Guid tenant, DocumentInfo document, params string[] passages)
    {
        await Store.SaveAsync(tenant, document, [.. passages.Select((text, i) => Passage(document, i + 1, text))], CancellationToken.None);
        return document;
    }

    public async Task<List<DocumentChange>> ChangesAsync(Guid tenant, long after)
    {
        var changes = new List<DocumentChange>();
        await foreach (var change in Store.ChangesAsync(tenant, after, CancellationToken.None)) changes.Add(change);
        return changes;
    }

    /// <summary>Works in a tool's transaction, as the pipeline makes it.</summary>
    public async Task CallAsync(Principal principal, Func<Database, Task> work)
    {
        var context = ShopFixture.Context(principal);
        await using var transaction = await Services.GetRequiredService<IToolTransactions>().BeginAsync(context, Effect.Write, CancellationToken.None);
        await transaction.ClaimAsync(CancellationToken.None);
        await work(transaction.Services.GetRequiredService<Database>());
        await transaction.CommitAsync(ShopFixture.Tool("knowledge.work"), System.Text.Json.JsonElement.Parse("{}"), new RecordedOutcome("Done", System.Text.Json.JsonElement.Parse("{}")), null, [], null, CancellationToken.None);
    }

    /// <summary>Where the index keeps its files; another one for each run.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("knowledge-").FullName;

    public new async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    protected override void Register(IServiceCollection services)
    {
        services.AddSingleton<IModule, KnowledgeModule>();
        services.AddKnowledge(new KnowledgeOptions { Folder = Path.Combine(Folder, "index"), Patience = TimeSpan.FromHours(1) });
    }
}
