using System.Numerics.Tensors;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>With so many vectors that their signs are compared first, hardly any of the nearest is missed, also behind a filter.</summary>
public sealed class EmbeddedIndexVectorTests
{
    private const int Documents = 1_000, Dimensions = 64;

    [Theory]
    [InlineData(null)]
    [InlineData("rare")]
    public async Task SearchAsync_ManyVectors_FindsTheNearest(string? label)
    {
        using var folder = new EmbeddedFolder();
        await using var index = folder.Open();
        var (shelf, random) = (new Shelf("vectors"), new Random(3));
        DocumentChange[] changes = [.. Enumerable.Range(0, Documents).Select(i => shelf.Change($"d{i}", "title", "en", [.. Enumerable.Repeat("heading: text", 10)], d => d with { Labels = i % 20 == 0 ? ["rare"] : [] }))];
        var centres = Enumerable.Range(0, 40).Select(_ => Near(new float[Dimensions], random, 1)).ToArray();
        var vectors = changes.SelectMany(c => c.Passages).ToDictionary(p => p.Id, _ => (ReadOnlyMemory<float>)Near(centres[random.Next(centres.Length)], random, .6f));
        await index.ApplyAsync(shelf.Tenant, changes, vectors, 1, CancellationToken.None);

        var hits = 0;
        for (var i = 0; i < 20; i++)
        {
            var asked = Near(centres[i], random, .6f);
            var nearest = changes.Where(c => label is null || c.Document!.Labels.Contains(label)).SelectMany(c => c.Passages)
                .OrderByDescending(p => TensorPrimitives.CosineSimilarity(asked, vectors[p.Id].Span)).Take(10).Select(p => p.Id).ToHashSet();
            var found = await index.SearchAsync(new KnowledgeQuery(shelf.Tenant, "") { Labels = label is null ? [] : [label] }, asked, CancellationToken.None);
            Assert.Equal(10, found.Count);
            hits += found.Count(f => nearest.Contains(f.Passage.Id));
        }

        Assert.InRange(hits, 190, 200);
    }

    private static float[] Near(float[] centre, Random random, float spread) => [.. centre.Select(c => c + spread * (random.NextSingle() * 2 - 1))];
}
