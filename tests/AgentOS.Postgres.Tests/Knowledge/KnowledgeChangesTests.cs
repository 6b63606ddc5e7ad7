using AgentOS.Domain.Knowledge;
using AgentOS.Identity;
using AgentOS.Knowledge;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit;

namespace AgentOS.Postgres.Tests.Knowledge;

/// <summary>That an index which follows the changes misses nothing, whoever writes.</summary>
public sealed class KnowledgeChangesTests(KnowledgeFixture knowledge) : IClassFixture<KnowledgeFixture>
{
    private readonly Principal person = KnowledgeFixture.NewCompany();

    private Guid Company => person.Tenant.Id;

    private IKnowledgeStore Store => knowledge.Store;

    [Fact]
    public async Task Position_NothingKept_IsZero() => Assert.Equal(0, await Store.PositionAsync(Company, CancellationToken.None));

    [Fact]
    public async Task Changes_AfterAPosition_TellOnlyWhatCameSince()
    {
        var first = await knowledge.KeepAsync(Company, KnowledgeFixture.Document("a.md"), "one", "two");
        var position = await Store.PositionAsync(Company, CancellationToken.None);
        var second = await knowledge.KeepAsync(Company, KnowledgeFixture.Document("b.md"), "three");

        var all = await knowledge.ChangesAsync(Company, 0);
        var since = Assert.Single(await knowledge.ChangesAsync(Company, position));

        Assert.Equal([(first.Id, 2), (second.Id, 1)], all.Select(c => (c.Id, c.Passages.Count)));
        Assert.Equal((second.Id, "three"), (since.Id, since.Passages[0].Text));
        Assert.Equal(await Store.PositionAsync(Company, CancellationToken.None), since.Position);
        Assert.Empty(await knowledge.ChangesAsync(Company, since.Position));
    }

    [Fact]
    public async Task Changes_RemovedDocument_IsToldToThoseWhoKnewIt()
    {
        var gone = await knowledge.KeepAsync(Company, KnowledgeFixture.Document("a.md"), "one");
        var position = await Store.PositionAsync(Company, CancellationToken.None);
        await Store.RemoveAsync(Company, [gone.Id], CancellationToken.None);

        var told = Assert.Single(await knowledge.ChangesAsync(Company, position));

        Assert.Equal((gone.Id, null, 0), (told.Id, told.Document, told.Passages.Count));
        Assert.Empty(await knowledge.ChangesAsync(Company, 0));
        Assert.True(await Store.RemovalsKnownSinceAsync(Company, CancellationToken.None) < position);
    }

    [Fact]
    public async Task Changes_TombstonePruned_IsKnownToBeMissing()
    {
        var gone = await knowledge.KeepAsync(Company, KnowledgeFixture.Document("a.md"), "one");
        var position = await Store.PositionAsync(Company, CancellationToken.None);
        await Store.RemoveAsync(Company, [gone.Id], CancellationToken.None);
        await knowledge.Database.ScalarAsync($"update knowledge.changes set removed_at = removed_at - interval '31 days' where tenant_id = '{Company}' returning 1");

        await Store.RemoveAsync(Company, [], CancellationToken.None);

        Assert.Empty(await knowledge.ChangesAsync(Company, position));
        Assert.True(await Store.RemovalsKnownSinceAsync(Company, CancellationToken.None) > position);
    }

    [Fact]
    public async Task Changes_ManyDocuments_AreAllToldInOrder()
    {
        var ids = new List<Guid>();
        for (var i = 0; i < 30; i++)
            ids.Add((await knowledge.KeepAsync(Company, KnowledgeFixture.Document($"{i}.md"), [.. Enumerable.Range(0, 150).Select(n => $"{i} {n}")])).Id);

        var told = await knowledge.ChangesAsync(Company, 0);

        Assert.Equal(ids, told.Select(c => c.Id));
        Assert.All(told, c => Assert.Equal(Enumerable.Range(1, 150), c.Passages.Select(p => p.Number)));
    }

    [Fact]
    public async Task Position_WriterThatCommitsLate_IsNotPassedOver()
    {
        await using var late = await knowledge.Services.GetRequiredService<PostgresDatabase>().OpenAsync(CancellationToken.None) is var source ? await source.OpenConnectionAsync(CancellationToken.None) : null;
        await using var transaction = await late!.BeginTransactionAsync(TestContext.Current.CancellationToken);
        await ExecuteAsync(late, transaction, $"select set_config('agentos.tenant', '{Company}', true)");
        await ExecuteAsync(late, transaction, $"insert into knowledge.documents values ('{Guid.CreateVersion7()}', '{Company}', 1, 'documents', 'late.md', 'Late', 'Late', 'en', '{{}}', null, null, null, '1', now(), 0)");

        var quick = knowledge.KeepAsync(Company, KnowledgeFixture.Document("quick.md"), "quick");
        var seen = await Store.PositionAsync(Company, CancellationToken.None);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await quick;

        Assert.Equal(["late.md", "quick.md"], (await knowledge.ChangesAsync(Company, seen)).Select(c => c.Document!.Source));
    }

    [Fact]
    public async Task Position_ManyWritersAtOnce_AFollowerSeesThemAll()
    {
        var seen = new HashSet<string>();
        long position = 0;
        var writing = Parallel.ForEachAsync(Enumerable.Range(0, 40), TestContext.Current.CancellationToken, async (i, _) => await knowledge.KeepAsync(Company, KnowledgeFixture.Document($"{i}.md"), $"{i}"));
        while (!writing.IsCompleted || position < await Store.PositionAsync(Company, CancellationToken.None))
        {
            var now = await Store.PositionAsync(Company, CancellationToken.None);
            foreach (var change in await knowledge.ChangesAsync(Company, position)) seen.Add(change.Document!.Source);
            position = now;
        }

        await writing;
        Assert.Equal(40, seen.Count);
    }

    [Fact]
    public async Task Changes_WrittenByTools_AreFollowedAsWell()
    {
        IntakePassage[] passages = [new("Opens at 7.", ["Hours"], "lines 1–2", "en")];
        await knowledge.CallAsync(person, db =>
        {
            db.Add(KnowledgeDocument.Add(KnowledgeFixture.Document("hours.md", "Opening hours"), passages));
            return Task.CompletedTask;
        });
        var added = Assert.Single(await knowledge.ChangesAsync(Company, 0));
        Assert.Equal(("hours.md", "Opens at 7."), (added.Document!.Source, added.Passages[0].Text));
        Assert.Equal(["policy"], added.Document.Labels);

        await knowledge.CallAsync(person, async db =>
        {
            var document = await db.Set<KnowledgeDocument>().Include(d => d.Passages).SingleAsync(d => d.Id == added.Id);
            document.Replace(document.Info() with { ContentHash = "2" }, [new("Opens at 8.", ["Hours"], "lines 1–2", "en")]);
        });
        var replaced = Assert.Single(await knowledge.ChangesAsync(Company, added.Position));
        Assert.Equal("Opens at 8.", Assert.Single(replaced.Passages).Text);

        await knowledge.CallAsync(person, async db =>
        {
            var document = await db.FindAsync(Ref<KnowledgeDocument>.To(added.Id), CancellationToken.None);
            await db.Entry(document).Collection(d => d.Passages).LoadAsync(CancellationToken.None);
            document.Remove();
            db.Remove(document);
        });
        Assert.Null(Assert.Single(await knowledge.ChangesAsync(Company, replaced.Position)).Document);
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, NpgsqlTransaction transaction, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        await command.ExecuteNonQueryAsync();
    }
}
