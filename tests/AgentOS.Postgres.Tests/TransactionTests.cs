using AgentOS.Data;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class TransactionTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    [Fact]
    public async Task Commit_EntityOfEveryKindOfColumn_ReadsBackEqual()
    {
        var id = await shop.CallAsync(call =>
        {
            var item = Item.List("ITEM-1", "Espresso Blend", "خلطة اسبريسو", 62.50m);
            item.Kind = ItemKind.GroundCoffee;
            item.Discount = new Money(5, "SAR");
            item.Harvest = new DateOnly(2026, 3, 1);
            item.Tags = ["dark", "غامق"];
            call.Database.Add(item);
            return Task.FromResult(item.Id);
        });

        var read = await shop.ReadAsync(call => call.Database.Set<Item>().SingleAsync(i => i.Id == id));

        Assert.Equal(("Espresso Blend", "خلطة اسبريسو", ItemKind.GroundCoffee), (read.Name, read.NameAr, read.Kind));
        Assert.Equal((new Money(62.5m, "SAR"), (Money?)new Money(5, "SAR"), new DateOnly(2026, 3, 1)), (read.Price, read.Discount, read.Harvest));
        Assert.Equal(["dark", "غامق"], read.Tags);
        Assert.Equal((1, TestPrincipals.Sara.Tenant.Id), (read.Version, read.TenantId));
    }

    [Fact]
    public async Task Commit_AbsentMoney_IsNull()
    {
        var id = await AddAsync("ITEM-2");

        Assert.Null(await shop.ReadAsync(call => call.Database.Set<Item>().Where(i => i.Id == id).Select(i => i.Discount).SingleAsync()));
    }

    [Fact]
    public async Task Flush_ChangedRow_SaysWhatDiffers()
    {
        var id = await AddAsync("ITEM-3");

        var changes = await shop.CallAsync(async call =>
        {
            var item = await call.Database.Set<Item>().SingleAsync(i => i.Id == id);
            item.Discount = new Money(1, "SAR");
            item.Reprice(70);
            return await call.Transaction.FlushAsync(CancellationToken.None);
        });

        var change = Assert.Single(changes);
        Assert.Equal(("shop.items", id, RowChangeKind.Updated, "ITEM-3 Thing"), (change.Table, change.Key, change.Kind, change.Label));
        Assert.Equal(
            [("discount_amount", null, "1"), ("discount_currency", null, "\"SAR\""), ("price_amount", "10.00", "70"), ("version", "1", "2")],
            change.Columns.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => (c.Name, c.Before?.GetRawText(), c.After?.GetRawText())));
    }

    [Fact]
    public async Task Begin_WithoutCommit_LeavesNothing()
    {
        await using (var transaction = await shop.Get<IToolTransactions>().BeginAsync(ShopFixture.Context(), Effect.Write, CancellationToken.None))
        {
            new CallUnderTest(transaction, ShopFixture.Context()).Database.Add(Item.List("ITEM-GONE", "Gone", null, 1));
            await transaction.FlushAsync(CancellationToken.None);
        }

        Assert.False(await shop.ReadAsync(call => call.Database.Set<Item>().AnyAsync(i => i.Number == "ITEM-GONE")));
    }

    [Fact]
    public async Task Claim_SameKeyAfterCommit_GivesRecordedOutcome()
    {
        await shop.CallAsync(_ => Task.FromResult(0), key: "claimed-once");

        await using var again = await shop.Get<IToolTransactions>().BeginAsync(ShopFixture.Context(key: "claimed-once"), Effect.Write, CancellationToken.None);

        Assert.Equal("Done", (await again.ClaimAsync(CancellationToken.None))?.View);
    }

    [Fact]
    public async Task Claim_SameKeyAtTheSameTime_TakesEffectOnce()
    {
        async Task<bool> TryAsync()
        {
            await using var transaction = await shop.Get<IToolTransactions>().BeginAsync(ShopFixture.Context(key: "raced"), Effect.Write, CancellationToken.None);
            if (await transaction.ClaimAsync(CancellationToken.None) is not null) return false;
            new CallUnderTest(transaction, ShopFixture.Context()).Database.Add(Item.List("ITEM-RACED", "Raced", null, 1));
            await transaction.CommitAsync(ShopFixture.Tool("shop.race"), System.Text.Json.JsonElement.Parse("{}"), new RecordedOutcome("Done", System.Text.Json.JsonElement.Parse("{}")), null, [], null, CancellationToken.None);
            return true;
        }

        var effects = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(TryAsync)));

        Assert.Equal(1, effects.Count(e => e));
    }

    [Fact]
    public async Task Commit_RowChangedByAnother_IsRefusedAsRetriable()
    {
        var id = await AddAsync("ITEM-4");
        var transactions = shop.Get<IToolTransactions>();
        await using var first = await transactions.BeginAsync(ShopFixture.Context(), Effect.Write, CancellationToken.None);
        var mine = await new CallUnderTest(first, ShopFixture.Context()).Database.Set<Item>().SingleAsync(i => i.Id == id);
        await shop.CallAsync(async call =>
        {
            (await call.Database.Set<Item>().SingleAsync(i => i.Id == id)).Reprice(20);
            return 0;
        });

        mine.Reprice(30);

        await Assert.ThrowsAsync<RetriableConflictException>(async () => await first.FlushAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Flush_ViolatedCheck_IsRefusedByItsName()
    {
        var item = await AddAsync("ITEM-5");

        var refusal = await Assert.ThrowsAsync<ToolException>(() => shop.CallAsync(call =>
        {
            call.Database.Add(new Shelf { ItemId = item, OnHand = -1 });
            return Task.FromResult(0);
        }));

        Assert.Equal("rule_stock_not_negative", refusal.Code);
    }

    [Fact]
    public async Task NextNumber_ManyAtOnce_AreWithoutGapsOrRepeats()
    {
        var numbers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => Task.Run(() =>
            shop.CallAsync(async call => await call.Database.NextNumberAsync("SO", 4, CancellationToken.None)))));

        Assert.Equal(Enumerable.Range(1001, 24).Select(n => $"SO-{n}"), numbers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Commit_Part_BelongsToItsRootsEvent()
    {
        var item = await AddAsync("ITEM-6");
        var basket = await shop.CallAsync(call =>
        {
            var made = new Basket { Owner = "Sara" };
            made.Lines.Add(new BasketLine { ItemId = item, Quantity = 2 });
            call.Database.Add(made);
            return Task.FromResult(made.Id);
        });

        Assert.Equal(1L, await shop.Database.ScalarAsync($"select count(*) from runtime.events where aggregate = '{basket}' and version = 1 and type = 'BasketCreated' and jsonb_array_length(rows) = 2"));
    }

    private Task<Guid> AddAsync(string number) => shop.CallAsync(call =>
    {
        var item = Item.List(number, "Thing", null, 10);
        call.Database.Add(item);
        return Task.FromResult(item.Id);
    });
}
