using System.Text.Json;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index.Qdrant.Points;
using AgentOS.Knowledge.Tests.Index;

namespace AgentOS.Knowledge.Tests.Qdrant;

public sealed class QdrantIsolationTests : QdrantRig
{
    private readonly Shelf roastery = Shelves.Roastery(), bakery = Shelves.Bakery();

    [Fact]
    public async Task Requests_WhateverIsAsked_AreConfinedToTheTenant()
    {
        var index = Index(space: new EmbeddingSpace("directions", 2));
        await roastery.KeepAsync(index);
        StandIn.Seen.Clear();
        var query = new KnowledgeQuery(roastery.Tenant, "apron") { Labels = ["a"], Language = "en", On = new DateOnly(2026, 1, 1), User = bakery.Tenant };
        await index.SearchAsync(query, new float[] { 1, 2 }, CancellationToken.None);
        await index.SearchAsync(query with { Text = "" }, new float[] { 1, 2 }, CancellationToken.None);
        await index.PositionAsync(roastery.Tenant, CancellationToken.None);
        await roastery.KeepAsync(index, [roastery.Gone("staff")], 90);
        await index.ClearAsync(roastery.Tenant, CancellationToken.None);

        var filters = StandIn.Seen.Where(static seen => seen.Body is not null).SelectMany(static seen => Filters(seen.Body!.Value)).ToList();

        Assert.True(filters.Count >= 9, $"{filters.Count} filters were seen.");
        Assert.All(filters, filter => Assert.Contains(filter.GetProperty("must").EnumerateArray(), condition =>
            condition.TryGetProperty("key", out var key) && key.ValueEquals("tenant") && condition.GetProperty("match").GetProperty("value").ValueEquals(roastery.Tenant.ToString())));
        Assert.All(StandIn.Seen.Where(static seen => seen.Path.Contains("/points/query", StringComparison.Ordinal)), static seen =>
            Assert.All(seen.Body!.Value.GetProperty("searches").EnumerateArray(), static search => Assert.All(Queries(search), static part => Assert.True(part.TryGetProperty("filter", out _)))));
    }

    [Fact]
    public async Task ApplyAsync_SamePassageIdInTwoTenants_GivesTwoPoints()
    {
        var index = Index();
        await roastery.KeepAsync(index);
        var stolen = roastery.Changes[9];
        await bakery.KeepAsync(index, [stolen with { Passages = [.. stolen.Passages.Select(passage => passage with { Text = "xylophones" })] }], 1);

        Assert.Equal("staff#3", Shelf.Say((await roastery.FindAsync(index, "green apron"))[0]));
        Assert.Empty(await roastery.FindAsync(index, "xylophones"));
        Assert.Equal(4, (await bakery.FindAsync(index, "xylophones")).Count);
        Assert.NotEqual(PointId.Of(roastery.Tenant, stolen.Passages[0].Id), PointId.Of(bakery.Tenant, stolen.Passages[0].Id));
    }

    [Fact]
    public async Task SearchAsync_OthersWriteTheSameWords_ScoresStayAsTheyWere()
    {
        await roastery.KeepAsync(Index());
        var before = await roastery.FindAsync(Index(), "returned grinder");
        var crowd = new Shelf("crowd");
        for (var i = 0; i < 50; i++) crowd.Add($"many-{i}", "Grinder", "en", ["Grinder: returned grinder and a great many other words that make passages longer"]);
        await crowd.KeepAsync(Index());

        var after = await roastery.FindAsync(Index(), "returned grinder");

        Assert.Equal(before.Select(f => f.Score), after.Select(f => f.Score));
    }

    [Fact]
    public async Task PositionAsync_TenantWithoutAny_IsZeroAndNotAnothers()
    {
        var index = Index();
        await roastery.KeepAsync(index, [], 77);
        Assert.Equal(0, await index.PositionAsync(bakery.Tenant, CancellationToken.None));
        Assert.Empty(await bakery.FindAsync(index, "apron"));
    }

    private static IEnumerable<JsonElement> Filters(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Filters),
        JsonValueKind.Object => json.EnumerateObject().SelectMany(static field => field.Name == "filter" ? [field.Value] : field.Name == "payload" ? [] : Filters(field.Value)),
        _ => [],
    };

    private static IEnumerable<JsonElement> Queries(JsonElement search) => search.TryGetProperty("prefetch", out var prefetches) ? [search, .. prefetches.EnumerateArray()] : [search];
}
