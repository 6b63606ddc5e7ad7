using System.Text.Json;
using AgentOS.Data;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Tools;
using AgentOS.Turns;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class ApprovalTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private static readonly JsonElement Arguments = JsonElement.Parse("""{"item":"ITEM-1","amount":5}""");

    private readonly string id = Guid.CreateVersion7().ToString("N");

    [Fact]
    public async Task Find_Requested_IsWhatWasAsked()
    {
        await RequestAsync();

        var found = await shop.Get<IApprovals>().FindAsync(TestPrincipals.Sara, id, CancellationToken.None);

        Assert.Equal(("shop.work", "Sell 5?", "talk", "key-1"), (found!.Approval.Tool, found.Approval.Summary, found.Conversation, found.CallKey));
        Assert.Equal("number", Assert.Single(Assert.Single(found.Approval.Changes).Columns).Name);
        Assert.True(JsonElement.DeepEquals(Arguments, found.Approval.Arguments));
    }

    [Fact]
    public async Task Find_ByAnotherPerson_IsUnknown()
    {
        await RequestAsync();

        Assert.Null(await shop.Get<IApprovals>().FindAsync(TestPrincipals.Sara with { UserId = Guid.CreateVersion7() }, id, CancellationToken.None));
        Assert.Null(await shop.Get<IApprovals>().FindAsync(TestPrincipals.Stranger, id, CancellationToken.None));
    }

    [Fact]
    public async Task Commit_ApprovedCallManyTimesAtOnce_TakesEffectOnce()
    {
        await RequestAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => Task.Run(async () => await Record.ExceptionAsync(() => UseAsync(Arguments)))));

        Assert.Equal(1, outcomes.Count(o => o is null));
        Assert.All(outcomes.OfType<Exception>(), o => Assert.Equal("approval_used", Assert.IsType<ToolException>(o).Code));
        Assert.Equal(1L, await shop.Database.ScalarAsync($"select count(*) from shop.notes where text = '{id}'"));
    }

    [Fact]
    public async Task Commit_OtherArguments_IsRefused()
    {
        await RequestAsync();

        var refusal = await Assert.ThrowsAsync<ToolException>(() => UseAsync(JsonElement.Parse("""{"item":"ITEM-1","amount":5000}""")));

        Assert.Equal("approval_mismatch", refusal.Code);
        Assert.Equal(0L, await shop.Database.ScalarAsync($"select count(*) from shop.notes where text = '{id}'"));
    }

    [Fact]
    public async Task Commit_SameArgumentsInOtherOrder_IsAccepted()
    {
        await RequestAsync();

        await UseAsync(JsonElement.Parse("""{"amount":5, "item":"ITEM-1"}"""));

        Assert.Equal(1L, await shop.Database.ScalarAsync($"select count(*) from shop.notes where text = '{id}'"));
    }

    [Fact]
    public async Task Commit_Expired_IsRefused()
    {
        await RequestAsync(TimeSpan.FromMinutes(-1));

        Assert.Equal("approval_expired", (await Assert.ThrowsAsync<ToolException>(() => UseAsync(Arguments))).Code);
    }

    [Fact]
    public async Task Commit_NeverRequested_IsRefused() =>
        Assert.Equal("approval_unknown", (await Assert.ThrowsAsync<ToolException>(() => UseAsync(Arguments))).Code);

    [Fact]
    public async Task Close_Open_CannotBeUsedAnyMore()
    {
        await RequestAsync();

        await shop.Get<IApprovals>().CloseAsync(TestPrincipals.Sara, id, CancellationToken.None);

        Assert.Null(await shop.Get<IApprovals>().FindAsync(TestPrincipals.Sara, id, CancellationToken.None));
        await Assert.ThrowsAsync<ToolException>(() => UseAsync(Arguments));
    }

    private async Task RequestAsync(TimeSpan? lifetime = null)
    {
        List<RowChange> changes = [new("shop.items", Guid.CreateVersion7(), RowChangeKind.Updated, "ITEM-1", [new ColumnChange("number", null, JsonElement.Parse("1"))])];
        var approval = new Approval(id, "shop.work", Arguments, "Sell 5?", changes, DateTimeOffset.UtcNow + (lifetime ?? TimeSpan.FromHours(1)));
        await shop.Get<IApprovals>().RequestAsync(TestPrincipals.Sara, "talk", approval, "key-1", CancellationToken.None);
    }

    private Task<int> UseAsync(JsonElement arguments) => shop.CallAsync(call =>
    {
        call.Database.Add(new Note { Text = id });
        return Task.FromResult(0);
    }, approval: id, arguments: arguments);
}
