using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Tests.Index;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class QdrantKeepingTests : QdrantRig
{
    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery(), museum = Shelves.Museum();

    [Fact]
    public async Task Restart_EverythingKept_IsFoundAsBefore()
    {
        var before = Index();
        await roastery.KeepAsync(before);
        var found = await roastery.FindAsync(before, "returned within days", q => q with { Count = 50 });

        var after = Index();

        Assert.Equal(roastery.Changes.Count, await after.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Equivalent(found, await roastery.FindAsync(after, "returned within days", q => q with { Count = 50 }), strict: true);
    }

    [Fact]
    public async Task SearchAsync_AnotherProcessHasWritten_WeighsByWhatIsThereNow()
    {
        var (here, there) = (Index(time: Hasty()), Index());
        await roastery.KeepAsync(here);
        Assert.NotEmpty(await roastery.FindAsync(here, "grinder"));
        await roastery.KeepAsync(there, [.. Enumerable.Range(0, 20).Select(i => roastery.Change($"more-{i}", "More", "en", ["More: turnips and a grinder"]))], 80);

        Assert.Equal(80, await here.PositionAsync(roastery.Tenant, CancellationToken.None));
        // By this clock counting takes no time, so that it is done again at once.
        Assert.Equivalent(await roastery.FindAsync(there, "turnips grinder", q => q with { Count = 50 }), await roastery.FindAsync(here, "turnips grinder", q => q with { Count = 50 }), strict: true);
    }

    [Fact]
    public async Task ApplyAsync_MoreThanABatch_GoesInSeveralRequestsOfTheSizeAllowed()
    {
        var crowd = new Shelf("crowd");
        for (var i = 0; i < 300; i++) crowd.Add($"many-{i}", "Beans", "en", [$"Beans: coffee number {i} " + string.Join(' ', Enumerable.Range(0, 40).Select(word => $"word{i}x{word}"))]);
        var index = Index(options => options with { BatchBytes = 64 * 1024 });
        await crowd.KeepAsync(index);

        var upserts = StandIn.Seen.Where(static seen => seen is { Method: "PUT" } && seen.Path.Contains("/points?", StringComparison.Ordinal)).ToList();

        Assert.True(upserts.Count > 5, $"{upserts.Count} requests");
        Assert.All(upserts, static seen => Assert.InRange(seen.Length, 1, 64 * 1024));
        Assert.All(upserts, static seen => Assert.Contains("wait=true", seen.Path, StringComparison.Ordinal));
        Assert.Equal(300, (await crowd.FindAsync(index, "coffee", q => q with { Count = 1000 })).Count);
    }

    [Fact]
    public async Task ApplyAsync_SmallBatches_CountsTheVocabularyOnce()
    {
        var index = Index();
        var at = 0;
        foreach (var change in roastery.Changes) await roastery.KeepAsync(index, [change], ++at);
        Assert.NotEmpty(await roastery.FindAsync(index, "apron"));
        // Once for documents and once for conversations; nothing was there, so that the terms were not asked for.
        Assert.Equal(2, StandIn.Seen.Count(static seen => seen.Path.EndsWith("/facet", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("returned within thirty days")]
    [InlineData("the motor of the grinder GRD-100")]
    [InlineData("grindr calibraton")]
    [InlineData("E42")]
    [InlineData("مطحنة القهوة")]
    [InlineData("متى تصل الطلبات إلى الرياض")]
    [InlineData("الاسبريسو yirgachefe")]
    public async Task SearchAsync_SameQuestion_FindsTheSameAsTheEmbeddedIndex(string question)
    {
        using var folder = new EmbeddedFolder();
        await using var embedded = folder.OpenAsShipped();
        var index = Index();
        foreach (var shelf in new[] { roastery, bakery, museum })
        {
            foreach (var half in shelf.Changes.Chunk(3)) await shelf.KeepAsync(index, half, 1);
            await shelf.KeepAsync(embedded);
        }

        foreach (var shelf in new[] { roastery, bakery, museum })
        {
            var (theirs, ours) = (await shelf.FindAsync(embedded, question, q => q with { Count = 50 }), await shelf.FindAsync(index, question, q => q with { Count = 50 }));
            Assert.Equal(theirs.Select(Shelf.Say), ours.Select(Shelf.Say));
            Assert.Equal(theirs.Select(f => f.Score), ours.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.Equal(theirs.Select(f => f.Coverage), ours.Select(f => f.Coverage), (a, b) => Math.Abs(a - b) < 1e-9);
            Assert.Equal(theirs.SelectMany(f => f.Why).Select(why => (why.Kind, why.What)), ours.SelectMany(f => f.Why).Select(why => (why.Kind, why.What)));
        }
    }

    [Fact]
    public void IndexOf_Words_StaysAsCollectionsHaveIt() =>
        Assert.Equal([3550238380u, 1430422265u, 4226418786u], new[] { "coffee", "قهوة", "grd-100" }.Select(WordVector.IndexOf));
}
