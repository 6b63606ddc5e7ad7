using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Tests.Index;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class QdrantRemakeTests : QdrantRig
{
    private static readonly EmbeddingSpace Space = new("directions", 2);

    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery();

    [Fact]
    public async Task RemakeAsync_WhileOthersSearch_EverySearchIsAnswered()
    {
        var old = Index();
        await roastery.KeepAsync(old);
        await bakery.KeepAsync(old);
        var made = Index(space: Space);
        using var stop = new CancellationTokenSource();
        var searched = new TaskCompletionSource();
        var searching = Enumerable.Range(0, 4).Select(i => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var found = await roastery.FindAsync(i % 2 == 0 ? old : made, "green apron");
                Assert.Equal("staff#3", Shelf.Say(found[0]));
                searched.TrySetResult();
            }
        })).ToArray();

        var remade = await made.RemakeAsync(
            async (changes, cancel) =>
            {
                await Task.WhenAny(searched.Task, Task.WhenAny(searching)).WaitAsync(cancel);
                return await EmbedAsync(changes, cancel);
            },
            CancellationToken.None);
        // Those that went by the older one find the new one: it is gone by now.
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(old, "green apron"))[0]));
        await stop.CancelAsync();
        await Task.WhenAll(searching);

        Assert.True(remade);
        Assert.Single(StandIn.Look(held => held.Collections.Keys.ToArray()));
        Assert.Equal(StandIn.Look(held => held.Collections.Keys.Single()), StandIn.Look(held => held.Aliases.Values.Single()));
        Assert.Equal((roastery.Changes.Count, bakery.Changes.Count), (await made.PositionAsync(roastery.Tenant, CancellationToken.None), await made.PositionAsync(bakery.Tenant, CancellationToken.None)));
        var byVector = await made.SearchAsync(new KnowledgeQuery(bakery.Tenant, ""), new float[] { 1, 0 }, CancellationToken.None);
        Assert.NotEmpty(byVector);
    }

    [Fact]
    public async Task RemakeAsync_NothingToDo_SaysSo()
    {
        var index = Index();
        await roastery.KeepAsync(index);
        Assert.False(await index.RemakeAsync(null, CancellationToken.None));
    }

    [Fact]
    public async Task SearchAsync_OlderOneStillServed_GoesByWordsAlone()
    {
        await roastery.KeepAsync(Index());
        var made = Index(space: Space);
        var found = await made.SearchAsync(new KnowledgeQuery(roastery.Tenant, "green apron"), new float[] { 1, 0 }, CancellationToken.None);
        Assert.Equal("staff#3", Shelf.Say(found[0]));
        Assert.DoesNotContain(found[0].Why, static why => why.Kind == "vector");
    }

    [Fact]
    public async Task RemakeAsync_WrittenToMeanwhile_LosesNothing()
    {
        var old = Index();
        await roastery.KeepAsync(old);
        var made = Index(space: Space);
        var written = false;
        await made.RemakeAsync(
            async (changes, cancel) =>
            {
                if (!written)
                {
                    written = true;
                    await roastery.KeepAsync(old, [roastery.Gone("staff"), roastery.Change("new", "New", "en", ["New: turnips"])], 60);
                }

                return await EmbedAsync(changes, cancel);
            },
            CancellationToken.None);

        Assert.Equal(60, await made.PositionAsync(roastery.Tenant, CancellationToken.None));
        Assert.Equal(["new#1"], (await roastery.FindAsync(made, "turnips")).Select(Shelf.Say));
        Assert.Empty(await roastery.FindAsync(made, "apron"));
    }

    [Fact]
    public async Task RemakeAsync_BrokenOff_IsServedAsBeforeAndCanBeginAgain()
    {
        await roastery.KeepAsync(Index());
        var made = Index(space: Space);
        await Assert.ThrowsAsync<InvalidOperationException>(async () => await made.RemakeAsync((_, _) => throw new InvalidOperationException(), CancellationToken.None));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(made, "green apron"))[0]));

        Assert.True(await made.RemakeAsync(EmbedAsync, CancellationToken.None));
        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(made, "green apron"))[0]));
    }

    [Fact]
    public async Task ApplyAsync_MadeAnewElsewhere_MustBeFollowedAgain()
    {
        var old = Index();
        await roastery.KeepAsync(old);
        Assert.Equal(roastery.Changes.Count, await old.PositionAsync(roastery.Tenant, CancellationToken.None));
        await Index(space: Space).RemakeAsync(EmbedAsync, CancellationToken.None);

        var moved = await Assert.ThrowsAsync<QdrantException>(async () => await roastery.KeepAsync(old, [roastery.Gone("staff")], 61));

        Assert.Equal(QdrantFailure.Moved, moved.Failure);
        Assert.Equal(roastery.Changes.Count, await old.PositionAsync(roastery.Tenant, CancellationToken.None));
        await roastery.KeepAsync(old, [roastery.Gone("staff")], 61);
        Assert.Empty(await roastery.FindAsync(old, "apron"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(1)]
    public async Task SearchAsync_VectorOfAnotherModel_SaysWhatToSet(int dimensions)
    {
        var index = Index(space: Space);
        var failed = await Assert.ThrowsAsync<QdrantException>(async () => await index.SearchAsync(new KnowledgeQuery(roastery.Tenant, "apron"), new float[dimensions], CancellationToken.None));
        Assert.Equal(QdrantFailure.Settings, failed.Failure);
        Assert.Contains("2", failed.Message, StringComparison.Ordinal);
    }

    private static ValueTask<IReadOnlyDictionary<Guid, ReadOnlyMemory<float>>> EmbedAsync(IReadOnlyList<DocumentChange> changes, CancellationToken cancel) =>
        ValueTask.FromResult<IReadOnlyDictionary<Guid, ReadOnlyMemory<float>>>(changes.SelectMany(static change => change.Passages).ToDictionary(static passage => passage.Id, static passage => (ReadOnlyMemory<float>)new float[] { passage.Number, 1 }));
}
