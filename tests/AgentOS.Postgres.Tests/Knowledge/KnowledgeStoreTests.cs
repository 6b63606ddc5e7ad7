using AgentOS.Knowledge;
using AgentOS.Testing;
using AgentOS.Tools;
using Xunit;

namespace AgentOS.Postgres.Tests.Knowledge;

public sealed class KnowledgeStoreTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private readonly Guid company = KnowledgeFixture.NewCompany().Tenant.Id;

    private IKnowledgeStore Store => knowledge.Store;

    [Fact]
    public async Task Save_Document_IsToldAsItWasKept()
    {
        var document = KnowledgeFixture.Document("returns.md") with { ValidUntil = new DateOnly(2026, 12, 31), Owner = Guid.CreateVersion7(), PassageCount = 2 };
        Passage[] passages = [KnowledgeFixture.Passage(document, 1, "Machines are taken back within 14 days.\n| a | b |"), KnowledgeFixture.Passage(document, 2, "تُرجع المكائن خلال ١٤ يوماً.") with { Language = "ar", Headings = [] }];

        await Store.SaveAsync(company, document, passages, CancellationToken.None);

        Assert.Equivalent(document, Assert.Single(await Store.ListAsync(company, KnowledgeCollections.Documents, CancellationToken.None)), strict: true);
        Assert.Equivalent(passages, await Store.PassagesAsync(company, document.Id, CancellationToken.None), strict: true);
        Assert.Empty(await Store.ListAsync(company, KnowledgeCollections.Conversations, CancellationToken.None));
    }

    [Fact]
    public async Task Save_SameSourceAgain_KeepsTheIdAndReplacesThePassages()
    {
        var first = await knowledge.KeepAsync(company, KnowledgeFixture.Document("prices.csv"), "92.00", "95.00");
        var before = await Store.PositionAsync(company, CancellationToken.None);

        await knowledge.KeepAsync(company, KnowledgeFixture.Document("prices.csv", "Prices", "2"), "99.00");

        var kept = Assert.Single(await Store.ListAsync(company, KnowledgeCollections.Documents, CancellationToken.None));
        Assert.Equal((first.Id, "Prices", "2", 1), (kept.Id, kept.Title, kept.ContentHash, kept.PassageCount));
        var passage = Assert.Single(await Store.PassagesAsync(company, first.Id, CancellationToken.None));
        Assert.Equal((first.Id, "99.00"), (passage.Document, passage.Text));
        Assert.True(await Store.PositionAsync(company, CancellationToken.None) > before);
    }

    [Fact]
    public async Task Save_NulsAndHalfCharacters_AreKeptWithoutThem()
    {
        var document = KnowledgeFixture.Document("odd.txt", "Odd\0title");
        var passage = KnowledgeFixture.Passage(document, 1, "before\0after \ud83d beans \ud83d\ude00") with { Headings = ["a\u001fb"] };

        await Store.SaveAsync(company, document, [passage], CancellationToken.None);

        var kept = Assert.Single(await Store.PassagesAsync(company, document.Id, CancellationToken.None));
        Assert.Equal("before after \ufffd beans \ud83d\ude00", kept.Text);
        Assert.Equal(["a b"], kept.Headings);
    }

    [Fact]
    public async Task Save_AtTheSameTime_LeavesOneDocumentWithOneOfTheContents()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 16), TestContext.Current.CancellationToken, async (i, _) =>
            await knowledge.KeepAsync(company, KnowledgeFixture.Document("shared.md", hash: $"{i}"), $"content {i}", $"and {i}"));

        var kept = Assert.Single(await Store.ListAsync(company, KnowledgeCollections.Documents, CancellationToken.None));
        var passages = await Store.PassagesAsync(company, kept.Id, CancellationToken.None);
        Assert.Equal([$"content {kept.ContentHash}", $"and {kept.ContentHash}"], passages.Select(p => p.Text));
    }

    [Fact]
    public async Task Save_ConversationWithoutOwner_IsRefused()
    {
        var document = KnowledgeFixture.Document("talk") with { Collection = KnowledgeCollections.Conversations };

        await Assert.ThrowsAsync<ToolException>(async () => await Store.SaveAsync(company, document, [], CancellationToken.None));

        Assert.Equal(0, await Store.PositionAsync(company, CancellationToken.None));
    }

    [Fact]
    public async Task Remove_SomeThatAreThere_TellsHowManyAndTheirPassagesGo()
    {
        var kept = await knowledge.KeepAsync(company, KnowledgeFixture.Document("a.md"), "a");
        var gone = await knowledge.KeepAsync(company, KnowledgeFixture.Document("b.md"), "b");

        var removed = await Store.RemoveAsync(company, [gone.Id, Guid.CreateVersion7()], CancellationToken.None);

        Assert.Equal(1, removed);
        Assert.Equal([kept.Id], (await Store.ListAsync(company, KnowledgeCollections.Documents, CancellationToken.None)).Select(d => d.Id));
        Assert.Empty(await Store.PassagesAsync(company, gone.Id, CancellationToken.None));
    }

    [Fact]
    public async Task EveryCall_AnotherTenantsIdsAndSources_LeavesItAsItWas()
    {
        var stranger = TestPrincipals.Stranger.Tenant.Id;
        var ours = await knowledge.KeepAsync(company, KnowledgeFixture.Document("ours.md"), "secret");

        Assert.Empty(await Store.ListAsync(stranger, KnowledgeCollections.Documents, CancellationToken.None));
        Assert.Empty(await Store.PassagesAsync(stranger, ours.Id, CancellationToken.None));
        Assert.Equal(0, await Store.RemoveAsync(stranger, [ours.Id], CancellationToken.None));
        await Assert.ThrowsAsync<ToolException>(async () => await Store.SaveAsync(stranger, ours, [], CancellationToken.None));
        Assert.Empty(await knowledge.ChangesAsync(stranger, 0));
        await knowledge.KeepAsync(stranger, KnowledgeFixture.Document("ours.md"), "theirs");

        Assert.Equal("secret", Assert.Single(await Store.PassagesAsync(company, ours.Id, CancellationToken.None)).Text);
    }
}
