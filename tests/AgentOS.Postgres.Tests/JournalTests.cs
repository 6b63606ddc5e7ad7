using System.Text;
using AgentOS.Data;
using AgentOS.Identity;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class JournalTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly string conversation = Guid.CreateVersion7().ToString();

    private IJournal Journal => shop.Get<IJournal>();

    [Fact]
    public async Task Flush_AppendedEntries_ReadBackInOrder()
    {
        var turn = Guid.CreateVersion7();
        Append(Entry(turn, 1, JournalKind.UserMessage, "{\"text\":\"مرحبا\"}"), Entry(turn, 2, JournalKind.ModelMessage), Entry(turn, 3, JournalKind.TurnEnded));

        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);

        var read = await Journal.ReadAsync(TestPrincipals.Sara, conversation, 20, CancellationToken.None);
        Assert.Equal([(1L, JournalKind.UserMessage), (2, JournalKind.ModelMessage), (3, JournalKind.TurnEnded)], read.Select(e => (e.Sequence, e.Kind)));
        Assert.Equal("{\"text\":\"مرحبا\"}", Encoding.UTF8.GetString(read[0].Payload.Span));
    }

    [Fact]
    public async Task Read_OtherTenant_SeesNothing()
    {
        Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage));
        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);

        Assert.Empty(await Journal.ReadAsync(TestPrincipals.Stranger, conversation, 20, CancellationToken.None));
    }

    [Fact]
    public async Task Read_ManyTurns_GivesTheLastWhole()
    {
        for (var n = 0; n < 5; n++)
        {
            var turn = Guid.CreateVersion7();
            // A turn may begin with the answer to an approval that is overtaken, then the message.
            Append(Entry(turn, (n * 3) + 1, JournalKind.ApprovalAnswered), Entry(turn, (n * 3) + 2, JournalKind.UserMessage), Entry(turn, (n * 3) + 3, JournalKind.TurnEnded));
        }

        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);

        Assert.Equal([10L, 11, 12, 13, 14, 15], (await Journal.ReadAsync(TestPrincipals.Sara, conversation, 2, CancellationToken.None)).Select(e => e.Sequence));
    }

    [Fact]
    public async Task Flush_SequenceTakenByAnother_IsAConflictAndWritesNothingMore()
    {
        Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage));
        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
        await using var other = OtherProcess();
        Append(other.GetRequiredService<IJournal>(), TestPrincipals.Sara, Entry(Guid.CreateVersion7(), 2, JournalKind.UserMessage));
        await other.GetRequiredService<IJournal>().FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);

        var mine = Guid.CreateVersion7();
        Append(Entry(mine, 2, JournalKind.UserMessage), Entry(mine, 3, JournalKind.TurnEnded));

        await Assert.ThrowsAsync<JournalConflictException>(async () => await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None));
        Assert.DoesNotContain(await Journal.ReadAsync(TestPrincipals.Sara, conversation, 20, CancellationToken.None), e => e.Turn == mine);
    }

    [Fact]
    public async Task Flush_ConflictOfOneConversation_DoesNotTouchTheOthers()
    {
        Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage));
        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
        var others = Enumerable.Range(0, 16).Select(_ => Guid.CreateVersion7().ToString()).ToList();

        Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage));
        foreach (var other in others) Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage) with { Conversation = other });
        await Task.WhenAll(others.Select(o => Journal.FlushAsync(TestPrincipals.Sara, o, CancellationToken.None).AsTask()));

        await Assert.ThrowsAsync<JournalConflictException>(async () => await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None));
        foreach (var other in others) Assert.Single(await Journal.ReadAsync(TestPrincipals.Sara, other, 20, CancellationToken.None));
    }

    [Fact]
    public async Task Flush_ManyConversationsOfTwoTenants_ShareCommits()
    {
        await Task.WhenAll(Enumerable.Range(0, 400).Select(n => Task.Run(async () =>
        {
            var entry = Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage) with { Conversation = $"{conversation}-{n}" };
            Append(Journal, n % 2 == 0 ? TestPrincipals.Sara : TestPrincipals.Stranger, entry);
            await Journal.FlushAsync(TestPrincipals.Sara, entry.Conversation, CancellationToken.None);
        })));

        var commits = (long)(await shop.Database.ScalarAsync($"select count(distinct xmin::text) from runtime.journal where conversation like '{conversation}-%'"))!;
        Assert.Equal(200L, await shop.Database.ScalarAsync($"select count(*) from runtime.journal where conversation like '{conversation}-%' and tenant_id = '{TestPrincipals.Stranger.Tenant.Id}'"));
        Assert.InRange(commits, 1, 200);
    }

    [Fact]
    public async Task Commit_WithJournalEntries_KeepsBothOrNeither()
    {
        var turn = Guid.CreateVersion7();
        await shop.CallAsync(call =>
        {
            call.Database.Add(new Note { Text = "kept" });
            return Task.FromResult(0);
        }, conversation: conversation, journal: Entry(turn, 1, JournalKind.ToolResults));

        await Assert.ThrowsAsync<JournalConflictException>(() => shop.CallAsync(call =>
        {
            call.Database.Add(new Note { Text = "lost" });
            return Task.FromResult(0);
        }, conversation: conversation, journal: Entry(turn, 1, JournalKind.ToolResults)));

        Assert.Equal(1L, await shop.Database.ScalarAsync("select count(*) from shop.notes where text = 'kept'"));
        Assert.Equal(0L, await shop.Database.ScalarAsync("select count(*) from shop.notes where text = 'lost'"));
    }

    [Fact]
    public async Task Claim_TurnOfDeadWorker_GoesToExactlyOne()
    {
        await shop.Get<Accounts.PostgresAccounts>().SaveAsync(TestPrincipals.Sara.Tenant, CancellationToken.None);
        var turn = Guid.CreateVersion7();
        var dead = OtherProcess();
        Append(dead.GetRequiredService<IJournal>(), TestPrincipals.Sara, Entry(turn, 1, JournalKind.UserMessage));
        await dead.GetRequiredService<IJournal>().FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
        Assert.DoesNotContain(await shop.Get<IOpenTurns>().ClaimAsync(100, CancellationToken.None), o => o.Conversation == conversation);
        await dead.DisposeAsync();

        await using var rival = OtherProcess();
        var claims = await Task.WhenAll(
            shop.Get<IOpenTurns>().ClaimAsync(100, CancellationToken.None).AsTask(),
            rival.GetRequiredService<IOpenTurns>().ClaimAsync(100, CancellationToken.None).AsTask());

        var claimed = Assert.Single(claims.SelectMany(c => c), o => o.Conversation == conversation);
        Assert.Equal((turn, TestPrincipals.Sara.UserId, 2L), (claimed.Turn, claimed.User, claimed.Fence));
    }

    [Fact]
    public async Task Claim_EndedTurn_IsNotOpen()
    {
        await shop.Get<Accounts.PostgresAccounts>().SaveAsync(TestPrincipals.Sara.Tenant, CancellationToken.None);
        var turn = Guid.CreateVersion7();
        await using (var dead = OtherProcess())
        {
            var journal = dead.GetRequiredService<IJournal>();
            Append(journal, TestPrincipals.Sara, Entry(turn, 1, JournalKind.UserMessage));
            await journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
            Append(journal, TestPrincipals.Sara, Entry(turn, 2, JournalKind.TurnEnded));
            await journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
        }

        Assert.DoesNotContain(await shop.Get<IOpenTurns>().ClaimAsync(100, CancellationToken.None), o => o.Conversation == conversation);
    }

    [Fact]
    public async Task Flush_ConnectionCut_FailsOnceAndThenWorksAgain()
    {
        Append(Entry(Guid.CreateVersion7(), 1, JournalKind.UserMessage));
        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);
        await shop.Database.ScalarAsync("select count(pg_terminate_backend(pid, 5000)) from pg_stat_activity where datname = current_database() and usename = 'agentos_session' and pid <> pg_backend_pid()");

        Append(Entry(Guid.CreateVersion7(), 2, JournalKind.UserMessage));
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None));
        await RecordAsync(async () => await Journal.ReadAsync(TestPrincipals.Sara, conversation, 20, CancellationToken.None));
        var kept = await Journal.ReadAsync(TestPrincipals.Sara, conversation, 20, CancellationToken.None);
        Append(Entry(Guid.CreateVersion7(), kept.Count + 1, JournalKind.UserMessage));
        await Journal.FlushAsync(TestPrincipals.Sara, conversation, CancellationToken.None);

        Assert.Equal(kept.Count + 1, (await Journal.ReadAsync(TestPrincipals.Sara, conversation, 20, CancellationToken.None)).Count);
    }

    private static async Task RecordAsync(Func<Task> attempt) => _ = await Record.ExceptionAsync(attempt);

    private ServiceProvider OtherProcess() => new ServiceCollection()
        .AddAgentOSPostgres(new PostgresOptions { ConnectionString = shop.Database.ConnectionString + ";Pooling=false" })
        .BuildServiceProvider();

    private JournalEntry Entry(Guid turn, long sequence, JournalKind kind, string payload = "{}") =>
        new(conversation, turn, sequence, kind, Encoding.UTF8.GetBytes(payload));

    private void Append(params IReadOnlyList<JournalEntry> entries) => Append(Journal, TestPrincipals.Sara, entries);

    private static void Append(IJournal journal, Principal principal, params IReadOnlyList<JournalEntry> entries)
    {
        foreach (var entry in entries) journal.Append(principal, entry);
    }
}
