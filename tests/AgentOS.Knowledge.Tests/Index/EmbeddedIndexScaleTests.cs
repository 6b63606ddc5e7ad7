namespace AgentOS.Knowledge.Tests.Index;

/// <summary>With more passages than a window, a chunk and the candidates hold, nothing better is passed over.</summary>
public sealed class EmbeddedIndexScaleTests
{
    [Fact]
    public async Task SearchAsync_MorePassagesThanAChunk_FindsTheBestOfThemAll()
    {
        using var folder = new EmbeddedFolder();
        var (shelf, naive, random) = (new Shelf("scale"), new NaiveIndex(new PlainAnalysis()), new Random(5));
        await using var index = folder.Open();
        for (var batch = 0; batch < 7; batch++)
        {
            DocumentChange[] changes = [.. Enumerable.Range(0, 100).Select(i => shelf.Change($"{batch}-{i}", "title", "en", [.. Enumerable.Range(0, 100).Select(_ => "heading: " + Words(random))], d => d with { Labels = i == 7 ? ["rare"] : [] }))];
            await shelf.KeepAsync(index, changes, batch + 1);
            naive.Apply(changes);
        }

        await index.Of(shelf.Tenant).Merging;
        await shelf.KeepAsync(index, [shelf.Gone("3-3")], 8);
        naive.Apply([shelf.Gone("3-3")]);
        foreach (var text in new[] { "w1 w2 w3 w40", "w0 w1 w2 w3 w4 w5 w6 w7 w8 w9 w200 w300", "w150", "w0 w0 w1" })
        {
            foreach (var query in new[] { new KnowledgeQuery(shelf.Tenant, text), new KnowledgeQuery(shelf.Tenant, text) { Labels = ["rare"] } })
            {
                var found = await index.SearchAsync(query, default, CancellationToken.None);
                Assert.Equal(naive.Search(query).Take(10).Select(e => e.Score), found.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-9);
            }
        }
    }

    private static string Words(Random random) => string.Join(' ', Enumerable.Range(0, random.Next(3, 14)).Select(_ => $"w{(int)Math.Pow(400, random.NextDouble()) - 1}"));
}
