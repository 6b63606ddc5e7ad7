using AgentOS.Knowledge.Index;
using FsCheck;
using FsCheck.Fluent;

namespace AgentOS.Knowledge.Tests.Index;

/// <summary>Any changes, then any questions: the index and a search without one agree, also after the index was closed and opened.</summary>
public sealed class EmbeddedIndexModelTests
{
    private static readonly string[] Vocabulary = [.. Enumerable.Range(0, 40).Select(i => $"word{i}"), "قهوة", "مطحنة", "سعر"];
    private static readonly string[] Labels = ["a", "b", "c"];
    private static readonly Guid[] Users = [Shelf.IdOf("one"), Shelf.IdOf("two")];

    [Fact]
    public void SearchAsync_AnyChangesAndQuestions_AgreesWithASearchWithoutAnIndex() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(Gen.Choose(1, int.MaxValue).ToArbitrary(), seed => AgreesAsync(new Random(seed)).GetAwaiter().GetResult()));

    private static async Task AgreesAsync(Random random)
    {
        using var folder = new EmbeddedFolder();
        var (shelf, naive) = (new Shelf("model"), new NaiveIndex(new PlainAnalysis()));
        var index = folder.Open();
        var position = 0;
        for (var step = random.Next(2, 12); step > 0; step--)
        {
            DocumentChange[] batch = [.. Enumerable.Range(0, random.Next(0, 25)).Select(_ => Change(shelf, random))];
            naive.Apply(batch);
            await shelf.KeepAsync(index, batch, ++position);
            if (random.Next(3) == 0) await index.Of(shelf.Tenant).Merging;
            if (random.Next(4) == 0)
            {
                await index.DisposeAsync();
                index = folder.Open();
            }

            Assert.Equal(position, await index.PositionAsync(shelf.Tenant, CancellationToken.None));
            for (var i = 0; i < 5; i++) await AgreeAsync(index, naive, Query(shelf, random));
        }

        await index.DisposeAsync();
    }

    private static async Task AgreeAsync(IPassageIndex index, NaiveIndex naive, KnowledgeQuery query)
    {
        var expected = naive.Search(query).Take(query.Count).ToList();
        var found = await index.SearchAsync(query, default, CancellationToken.None);
        Assert.Equal(expected.Select(e => e.Score), found.Select(f => f.Score), (a, b) => Math.Abs(a - b) < 1e-9);
        Assert.Equal(expected.Select(e => e.Passage), found.Select(f => f.Passage.Id));
    }

    private static DocumentChange Change(Shelf shelf, Random random)
    {
        var name = $"document-{random.Next(60)}";
        if (random.Next(4) == 0) return shelf.Gone(name);
        string[] passages = [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => "heading: " + Words(random, random.Next(0, 30)))];
        return shelf.Change(name, "title", random.Next(2) == 0 ? "en" : "ar", passages, d => d with
        {
            Labels = [.. Labels.Where(_ => random.Next(2) == 0)],
            Owner = random.Next(4) == 0 ? Users[random.Next(2)] : null,
            ValidFrom = random.Next(3) == 0 ? Day(random) : null,
            ValidUntil = random.Next(3) == 0 ? Day(random) : null,
            Collection = random.Next(6) == 0 ? KnowledgeCollections.Conversations : KnowledgeCollections.Documents,
        });
    }

    private static KnowledgeQuery Query(Shelf shelf, Random random) => new(shelf.Tenant, Words(random, random.Next(0, 8)))
    {
        Labels = [.. Labels.Where(_ => random.Next(4) == 0)],
        Language = random.Next(3) == 0 ? "ar" : null,
        User = random.Next(3) == 0 ? Users[random.Next(2)] : null,
        On = random.Next(3) == 0 ? Day(random) : null,
        Count = random.Next(1, 101),
        Collection = random.Next(6) == 0 ? KnowledgeCollections.Conversations : KnowledgeCollections.Documents,
    };

    private static DateOnly Day(Random random) => new DateOnly(2026, 1, 1).AddDays(random.Next(30));

    /// <summary>Words of which the first are frequent.</summary>
    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => Vocabulary[Math.Min(random.Next(Vocabulary.Length), random.Next(Vocabulary.Length))]));
}
