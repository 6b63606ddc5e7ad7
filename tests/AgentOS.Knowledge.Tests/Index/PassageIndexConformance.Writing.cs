namespace AgentOS.Knowledge.Tests.Index;

/// <content>Taking in, replacing, removing, and where the index stands.</content>
public abstract partial class PassageIndexConformance
{
    [Fact]
    public async Task ApplyAsync_DocumentAgain_TakesThePlaceOfWhatWas()
    {
        await FillAsync();
        await roastery.KeepAsync(index, [roastery.Change("returns-en", "Returns policy", "en", ["Period: Everything may be exchanged for turnips."])], 40);
        Assert.Equal(["returns-en#1"], Said(await roastery.FindAsync(index, "turnips")));
        Assert.Empty(await roastery.FindAsync(index, "inspected"));
        Assert.Equal(40, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task ApplyAsync_SameDocumentTwiceInABatch_TheLaterHolds()
    {
        await roastery.KeepAsync(index,
        [
            roastery.Change("note", "Note", "en", ["Note: parsnips"]),
            roastery.Change("note", "Note", "en", ["Note: turnips"]),
            roastery.Change("gone", "Gone", "en", ["Note: radishes"]),
            roastery.Gone("gone"),
        ], 4);
        Assert.Empty(await roastery.FindAsync(index, "parsnips radishes"));
        Assert.Equal(["note#1"], Said(await roastery.FindAsync(index, "turnips")));
    }

    [Fact]
    public async Task ApplyAsync_BatchAgain_ChangesNothing()
    {
        await FillAsync();
        var before = await roastery.FindAsync(index, "returned within days", q => q with { Count = 100 });
        await roastery.KeepAsync(index);
        var after = await roastery.FindAsync(index, "returned within days", q => q with { Count = 100 });
        Assert.Equal(Said(before), Said(after));
        Assert.Equal(before.Select(f => f.Score), after.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public async Task ApplyAsync_DocumentGone_IsNotFoundAnyMore()
    {
        await FillAsync();
        await roastery.KeepAsync(index, [roastery.Gone("staff"), roastery.Gone("never-there")], 50);
        Assert.Empty(await roastery.FindAsync(index, "apron"));
        Assert.Equal(50, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.NotEmpty(await roastery.FindAsync(index, "returned"));
    }

    [Fact]
    public async Task ApplyAsync_NothingChanged_MovesThePosition()
    {
        await roastery.KeepAsync(index, [], 7);
        Assert.Equal(7, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Equal(0, await index.PositionAsync(bakery.Tenant, CancellationToken.None));
    }

    [Fact]
    public async Task ClearAsync_Tenant_IsForgottenAndOthersStay()
    {
        await FillAsync();
        await index.ClearAsync(roastery.Tenant, CancellationToken.None);
        Assert.Equal(0, await index.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Empty(await roastery.FindAsync(index, "returned within fourteen days"));
        Assert.NotEmpty(await bakery.FindAsync(index, "tins of cookies returned"));
        await roastery.KeepAsync(index);
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
    }

    [Fact]
    public async Task ApplyAsync_InSmallBatches_FindsTheSameAsInOne()
    {
        await FillAsync();
        await using var other = await CreateAsync(dimensions: 0);
        var at = 0;
        foreach (var batch in roastery.Changes.Chunk(2)) await roastery.KeepAsync(other, batch, at += batch.Length);
        foreach (var question in new[] { "returned within thirty days", "error E42", "الإسبريسو", "price of the grinder GRD-100", "motor" })
        {
            var expected = await roastery.FindAsync(index, question, q => q with { Count = 100 });
            var found = await roastery.FindAsync(other, question, q => q with { Count = 100 });
            Assert.Equal(Said(expected), Said(found));
            Assert.Equal(expected.Select(f => f.Coverage), found.Select(f => f.Coverage), (a, b) => Math.Abs(a - b) < 1e-6);
        }
    }
}
