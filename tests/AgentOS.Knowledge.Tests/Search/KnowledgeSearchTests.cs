using AgentOS.Knowledge.Search;
using AgentOS.Testing;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Knowledge.Tests.Search;

public sealed class KnowledgeSearchTests : IAsyncDisposable
{
    private readonly Guid tenant = Guid.CreateVersion7();
    private readonly MemoryStore store = new() { Position = 1000, RemovalsKnownSince = 999 };
    private readonly FickleIndex index = new(), nearer = new();
    private static readonly TimeSpan Short = TimeSpan.FromMilliseconds(20);
    private readonly ManualTime clock = new() { AtOnce = static due => due == Short };

    [Fact]
    public async Task Search_WhatOthersAddedReplacedAndRemoved_FollowsThem()
    {
        var search = Search();
        var document = await KeepAsync("returns.md", "Machines are taken back within 14 days.");
        Assert.Equal(["returns.md#1"], await FindAsync(search, "machines"));

        await KeepAsync("returns.md", "Grinders are taken back within 7 days.", document);
        Assert.Empty(await FindAsync(search, "machines"));
        Assert.Equal(["returns.md#1"], await FindAsync(search, "grinders"));

        await store.RemoveAsync(tenant, [document], CancellationToken.None);
        Assert.Empty(await FindAsync(search, "grinders"));
    }

    [Fact]
    public async Task Search_NothingHasChanged_TakesNothingIn()
    {
        var search = Search();
        await KeepAsync("a.md", "espresso");
        index.Applying = _ => Task.CompletedTask;

        await FindAsync(search, "espresso");
        await FindAsync(search, "espresso");

        Assert.Equal(1, index.Batches);
    }

    [Fact]
    public async Task Search_CatchingUpWasBrokenOff_MissesNothing()
    {
        // All stand at one position, so that a batch ends in the middle of it.
        for (var i = 0; i < 9; i++)
        {
            await KeepAsync($"{i}.md", [.. Enumerable.Range(0, 1000).Select(n => $"bean{i} number{n}")]);
            store.Together = true;
        }

        index.Applying = batch => batch == 2 ? throw new IOException("The disk is full.") : Task.CompletedTask;
        await Assert.ThrowsAsync<IOException>(async () => await FindAsync(Search(), "bean8"));

        var search = Search();
        for (var i = 0; i < 9; i++) Assert.Equal([$"{i}.md#8"], await FindAsync(search, $"bean{i} number7", 1));
    }

    [Fact]
    public async Task Search_IndexKnowsWhatTheStoreDoesNot_IsMadeAnew()
    {
        await KeepAsync("old.md", "espresso");
        await FindAsync(Search(), "espresso");
        store.Forget();
        (store.Position, store.RemovalsKnownSince) = (5000, 4999);
        await KeepAsync("new.md", "filter");

        Assert.Empty(await FindAsync(Search(), "espresso"));

        Assert.Equal(1, index.Cleared);
        Assert.Equal(["new.md#1"], await FindAsync(Search(), "filter"));
    }

    [Fact]
    public async Task Search_IndexOutOfReach_TheNearerServesAndSaysSo()
    {
        var search = Search(withNearer: true);
        await KeepAsync("a.md", "espresso");
        index.Gone = true;

        var without = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);
        index.Gone = false;
        var resting = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);
        clock.Turn(TimeSpan.FromMinutes(1));
        var again = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);

        Assert.Equal((1, 1, 1), (without.Passages.Count, resting.Passages.Count, again.Passages.Count));
        Assert.Contains("cannot be reached", without.Notice, StringComparison.Ordinal);
        Assert.Contains("cannot be reached", resting.Notice, StringComparison.Ordinal);
        Assert.Null(again.Notice);
    }

    [Fact]
    public async Task Search_EmbeddingsOutOfReach_WordsServeAndVectorsComeLater()
    {
        var embeddings = new CountingEmbeddings { Gone = true };
        var search = Search(embeddings: embeddings);
        await KeepAsync("a.md", "espresso", "filter");

        var without = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);
        Assert.Equal((1, 0, false), (without.Passages.Count, index.Vectors, index.SearchedByVector));
        Assert.Contains("embeddings", without.Notice, StringComparison.Ordinal);

        embeddings.Gone = false;
        clock.Turn(TimeSpan.FromMinutes(1));
        var with = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);
        Assert.Equal((1, 2, true), (with.Passages.Count, index.Vectors, index.SearchedByVector));
        Assert.Null(with.Notice);
    }

    [Fact]
    public async Task Search_IndexingTakesLong_AnswersFromWhatIsInAndSaysSo()
    {
        var release = new TaskCompletionSource();
        index.Applying = _ => release.Task;
        var search = Search(patience: Short);
        await KeepAsync("a.md", "espresso");

        var early = await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None);
        release.SetResult();
        while ((await search.SearchAsync(new KnowledgeQuery(tenant, "espresso"), CancellationToken.None)).Passages.Count == 0) await Task.Yield();

        Assert.Empty(early.Passages);
        Assert.Contains("still taking in", early.Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_ManyAtOnce_IndexOnce()
    {
        await KeepAsync("a.md", "espresso");
        index.Applying = _ => Task.CompletedTask;
        var search = Search();

        var found = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => FindAsync(search, "espresso"))));

        Assert.All(found, f => Assert.Equal(["a.md#1"], f));
        Assert.Equal(1, index.Batches);
    }

    public async ValueTask DisposeAsync()
    {
        await index.DisposeAsync();
        await nearer.DisposeAsync();
    }

    private KnowledgeSearch Search(bool withNearer = false, CountingEmbeddings? embeddings = null, TimeSpan? patience = null)
    {
        var vectors = new PassageVectors(embeddings);
        IndexFollower Follower(FickleIndex of) => new(of, store, vectors, clock, NullLogger.Instance);
        return new KnowledgeSearch(Follower(index), withNearer ? Follower(nearer) : null, vectors, new KnowledgeOptions { Patience = patience ?? TimeSpan.FromMinutes(5) }, clock, NullLogger<KnowledgeSearch>.Instance);
    }

    private Task<Guid> KeepAsync(string source, params string[] passages) => KeepAsync(source, passages, Guid.CreateVersion7());

    private Task<Guid> KeepAsync(string source, string passage, Guid id) => KeepAsync(source, [passage], id);

    private async Task<Guid> KeepAsync(string source, string[] passages, Guid id)
    {
        var document = new DocumentInfo { Id = id, Source = source, Title = "", Language = "en", ContentHash = "", PassageCount = passages.Length };
        await store.SaveAsync(tenant, document, [.. passages.Select((t, i) => new Passage { Id = Guid.CreateVersion7(), Document = id, Number = i + 1, Text = t, Language = "en" })], CancellationToken.None);
        return id;
    }

    private async Task<List<string>> FindAsync(KnowledgeSearch search, string text, int count = 10) =>
        [.. (await search.SearchAsync(new KnowledgeQuery(tenant, text) { Count = count }, CancellationToken.None)).Passages.Select(f => $"{f.Document.Source}#{f.Passage.Number}")];
}
