using AgentOS.Identity;
using AgentOS.Knowledge;
using AgentOS.Knowledge.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Postgres.Tests.Knowledge;

/// <summary>From files to found passages, with the product's own reader, store and index.</summary>
public sealed class KnowledgeIntakeTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>, IDisposable
{
    private readonly Principal person = KnowledgeFixture.NewCompany();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("documents-");

    private Guid Company => person.Tenant.Id;

    [Fact]
    public async Task Add_FilesChangedAndGone_AreFoundAsTheyAre()
    {
        Write("returns.md", "# Returns\n\nMachines are taken back within 14 days.");
        Write("hours.md", "# أوقات العمل\n\nيفتح المستودع الساعة السابعة صباحاً.");
        await AddAsync();
        Assert.Equal("returns.md", await FirstAsync("machines within days"));
        Assert.Equal("hours.md", await FirstAsync("المستودع"));

        Write("returns.md", "# Returns\n\nGrinders are taken back within 7 days.");
        File.Delete(Path.Combine(folder.FullName, "hours.md"));
        await AddAsync();

        Assert.Null(await FirstAsync("machines"));
        Assert.Null(await FirstAsync("المستودع"));
        Assert.Equal("returns.md", await FirstAsync("grinders"));
    }

    [Fact]
    public async Task Add_Killed_ResumesWithWhatIsLeft()
    {
        for (var i = 0; i < 12; i++) Write($"{i:00}.md", $"# Number {i}\n\ncoffee{i}");
        using var kill = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => AddAsync(new KillAfter(4, kill), kill.Token));

        var report = await AddAsync();

        Assert.InRange(report.Unchanged, 4, 11);
        Assert.Equal(12, report.Unchanged + report.Added.Count);
        for (var i = 0; i < 12; i++) Assert.Equal($"{i:00}.md", await FirstAsync($"coffee{i}"));
    }

    [Fact]
    public async Task Add_TwoRunsOverTheSameFolder_LeaveEachDocumentOnce()
    {
        for (var i = 0; i < 8; i++) Write($"{i}.md", $"# Number {i}\n\ncoffee{i}");

        await Task.WhenAll(AddAsync(), AddAsync(), AddAsync());

        var kept = await knowledge.Store.ListAsync(Company, KnowledgeCollections.Documents, CancellationToken.None);
        Assert.Equal(8, kept.Count);
        foreach (var document in kept) Assert.Single(await knowledge.Store.PassagesAsync(Company, document.Id, CancellationToken.None));
    }

    [Fact]
    public async Task Add_SourceThatCannotBeKept_IsNamedAndTheRestGoesOn()
    {
        var deep = string.Join('/', Enumerable.Repeat(new string('d', 200), 11));
        Write($"{deep}/far.md", "# Far\n\nfar away");
        Write("near.md", "# Near\n\nnear by");

        var report = await AddAsync();

        Assert.Equal("rule_document_source", Assert.Single(report.Problems).Code);
        Assert.Equal(["near.md"], report.Added);
    }

    [Fact]
    public async Task Search_AnotherTenant_FindsNothingOfOurs()
    {
        Write("secret.md", "# Secret\n\nThe recipe has cardamom.");
        await AddAsync();
        var search = knowledge.Services.GetRequiredService<IKnowledgeSearch>();

        var theirs = await search.SearchAsync(new KnowledgeQuery(KnowledgeFixture.NewCompany().Tenant.Id, "cardamom recipe") { User = person.UserId }, CancellationToken.None);

        Assert.Empty(theirs.Passages);
        Assert.Equal("secret.md", await FirstAsync("cardamom recipe"));
    }

    public void Dispose() => folder.Delete(recursive: true);

    private Task<IntakeReport> AddAsync(IProgress<IntakeProgress>? progress = null, CancellationToken cancel = default) =>
        knowledge.Services.GetRequiredService<KnowledgeIntake>().AddAsync(new IntakeRequest(Company, [folder.FullName]) { Root = folder.FullName, AtOnce = 2 }, progress, cancel).AsTask();

    private async Task<string?> FirstAsync(string question)
    {
        var found = await knowledge.Services.GetRequiredService<IKnowledgeSearch>().SearchAsync(new KnowledgeQuery(Company, question), CancellationToken.None);
        return found.Passages.Count == 0 ? null : found.Passages[0].Document.Source;
    }

    private void Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private sealed class KillAfter(int files, CancellationTokenSource kill) : IProgress<IntakeProgress>
    {
        public void Report(IntakeProgress value)
        {
            if (value.Done >= files) kill.Cancel();
        }
    }
}
