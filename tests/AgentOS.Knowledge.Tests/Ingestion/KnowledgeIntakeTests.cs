using AgentOS.Knowledge.Documents;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Knowledge.Tests.Search;

namespace AgentOS.Knowledge.Tests.Ingestion;

public sealed class KnowledgeIntakeTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("intake-");
    private readonly Guid tenant = Guid.CreateVersion7();
    private readonly MemoryStore store = new();

    [Fact]
    public async Task Add_Folder_KeepsWhatCanBeReadAndNamesTheRest()
    {
        Write("returns.md", "# Returns\n\nMachines are taken back within 14 days.");
        Write("deep/er/prices.csv", "product,price\nEspresso Blend,92.00\n");
        Write("broken.pdf", "no pdf at all");
        Write("empty.txt", "");
        Write("photo.jpg", "…");
        Write(".hidden.md", "# Hidden\n\nsecret");
        Write(".git/notes.md", "# Git\n\nsecret");

        var report = await AddAsync();

        Assert.Equal(["deep/er/prices.csv", "returns.md"], report.Added);
        Assert.Equal([At("broken.pdf"), At("empty.txt")], report.Problems.Select(p => p.Path));
        Assert.All(report.Problems, p => Assert.NotEmpty(p.Message));
        Assert.Equal(1, report.OtherKinds);
        Assert.Equal(["deep/er/prices.csv", "returns.md"], (await ListAsync()).Select(d => d.Source));
    }

    [Fact]
    public async Task Add_Again_WorksOnlyWhatChanged()
    {
        Write("a.md", "# A\n\none");
        Write("b.md", "# B\n\none");
        Write("c.md", "# C\n\none");
        await AddAsync();
        var before = (await ListAsync()).ToDictionary(d => d.Source);
        Write("b.md", "# B\n\ntwo");
        File.Delete(At("c.md"));

        var report = await AddAsync();

        Assert.Equal((0, "b.md", 1, "c.md"), (report.Added.Count, Assert.Single(report.Changed), report.Unchanged, Assert.Single(report.Removed)));
        var after = (await ListAsync()).ToDictionary(d => d.Source);
        Assert.Equal(["a.md", "b.md"], after.Keys.Order());
        Assert.Equal(before["b.md"].Id, after["b.md"].Id);
        Assert.Equal("two", Assert.Single(await store.PassagesAsync(tenant, after["b.md"].Id, CancellationToken.None)).Text);
    }

    [Fact]
    public async Task Add_FileGone_StaysWhenAskedToOrOutsideTheFolder()
    {
        Write("one/a.md", "# A\n\none");
        Write("two/b.md", "# B\n\none");
        Write("one-and-more/c.md", "# C\n\none");
        await AddAsync();
        foreach (var gone in (string[])["one/a.md", "two/b.md", "one-and-more/c.md"]) File.Delete(At(gone));

        Assert.Empty((await AddAsync(r => r with { KeepMissing = true })).Removed);
        Assert.Equal(["one/a.md"], (await AddAsync(r => r with { Paths = [At("one")] })).Removed);

        Assert.Equal(["one-and-more/c.md", "two/b.md"], (await ListAsync()).Select(d => d.Source));
    }

    [Fact]
    public async Task Add_FileThatBreaks_KeepsWhatWasKeptOfIt()
    {
        Write("a.md", "# A\n\none");
        await AddAsync();
        Write("a.md", "");

        var report = await AddAsync();

        Assert.Single(report.Problems);
        Assert.Empty(report.Removed);
        Assert.Single(await ListAsync());
    }

    [Fact]
    public async Task Add_LabelsLanguageAndDays_AreThoseGivenAndThoseInTheDocument()
    {
        Write("prices.md", "---\ntitle: Prices 2026\nlabels: [Prices]\nvalid-from: 2026-01-01\nvalid-until: 2026-12-31\n---\n# Prices\n\nEspresso 92.00");
        await AddAsync();

        var report = await AddAsync(r => r with { Labels = [" Sales ", "sales"], Language = "ar", ValidUntil = new DateOnly(2026, 6, 30) });

        Assert.Equal(["prices.md"], report.Changed);
        var document = Assert.Single(await ListAsync());
        Assert.Equal(("Prices 2026", "ar", new DateOnly(2026, 1, 1), new DateOnly(2026, 6, 30)), (document.Title, document.Language, document.ValidFrom, document.ValidUntil));
        Assert.Equal(["prices", "sales"], document.Labels);
    }

    [Fact]
    public async Task Add_DaysThatNeverHold_AreAProblemOfThatFile()
    {
        Write("a.md", "---\nvalid-from: 2026-01-01\n---\n# A\n\none");

        var report = await AddAsync(r => r with { ValidUntil = new DateOnly(2025, 1, 1) });

        Assert.Equal("invalid_days", Assert.Single(report.Problems).Code);
        Assert.Empty(await ListAsync());
    }

    [Fact]
    public async Task Add_CutOff_GoesOnWhereItWas()
    {
        for (var i = 0; i < 20; i++) Write($"{i:00}.md", $"# {i}\n\ntext {i}");
        using var kill = new CancellationTokenSource();
        var saved = 0;
        store.Saving = _ =>
        {
            if (++saved == 7) kill.Cancel();
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await AddAsync(cancel: kill.Token));
        var kept = (await ListAsync()).Count;
        Assert.InRange(kept, 7, 19);

        var report = await AddAsync();

        Assert.Equal((20 - kept, kept), (report.Added.Count, report.Unchanged));
        Assert.Equal(20, (await ListAsync()).Count);
    }

    [Fact]
    public async Task Add_Progress_EndsWithEverything()
    {
        Write("a.md", "# A\n\none");
        Write("b.pdf", "no pdf");
        var steps = new Steps();

        await new KnowledgeIntake(store, new DocumentIntake(new IntakeOptions()), TimeProvider.System).AddAsync(new IntakeRequest(tenant, [folder.FullName]), steps, CancellationToken.None);

        Assert.Equal(new IntakeProgress(2, 0, 0, 0, 0), steps.All[0]);
        Assert.Equal(new IntakeProgress(2, 2, 1, new FileInfo(At("a.md")).Length + new FileInfo(At("b.pdf")).Length, 1), steps.All.MaxBy(s => s.Done));
    }

    [Fact]
    public async Task Add_PathThatIsNotThere_DoesNothing()
    {
        Write("a.md", "# A\n\none");

        await Assert.ThrowsAsync<FileNotFoundException>(async () => await AddAsync(r => r with { Paths = [At("a.md"), At("none")] }));

        Assert.Empty(await ListAsync());
    }

    public void Dispose() => folder.Delete(recursive: true);

    private async Task<IntakeReport> AddAsync(Func<IntakeRequest, IntakeRequest>? with = null, CancellationToken cancel = default)
    {
        var request = new IntakeRequest(tenant, [folder.FullName]) { Root = folder.FullName };
        return await new KnowledgeIntake(store, new DocumentIntake(new IntakeOptions()), TimeProvider.System).AddAsync(with?.Invoke(request) ?? request, null, cancel);
    }

    private async Task<IReadOnlyList<DocumentInfo>> ListAsync() => await store.ListAsync(tenant, KnowledgeCollections.Documents, CancellationToken.None);

    private string At(string name) => Path.Combine(folder.FullName, name);

    private void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(name))!);
        File.WriteAllText(At(name), text);
    }

    private sealed class Steps : IProgress<IntakeProgress>
    {
        private readonly Lock gate = new();

        public List<IntakeProgress> All { get; } = [];

        public void Report(IntakeProgress value)
        {
            lock (gate) All.Add(value);
        }
    }
}
