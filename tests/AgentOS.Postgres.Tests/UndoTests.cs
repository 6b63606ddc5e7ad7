using AgentOS.Data;
using AgentOS.Postgres.Events;
using AgentOS.Postgres.Tests.Shop;
using AgentOS.Testing;
using AgentOS.Tools;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AgentOS.Postgres.Tests;

public sealed class UndoTests(ShopFixture shop) : IClassFixture<ShopFixture>
{
    private readonly string conversation = Guid.CreateVersion7().ToString();

    [Fact]
    public async Task Restore_Insert_RemovesTheRows()
    {
        var item = await AddAsync(10);
        var basket = await InConversationAsync(call =>
        {
            var made = new Basket { Owner = "Sara" };
            made.Lines.Add(new BasketLine { ItemId = item, Quantity = 1 });
            call.Database.Add(made);
            return Task.FromResult(made.Id);
        });

        await UndoAsync();

        Assert.Equal(0L, await shop.Database.ScalarAsync($"select (select count(*) from shop.baskets where id = '{basket}') + (select count(*) from shop.basket_lines where basket_id = '{basket}')"));
    }

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    public async Task Restore_TimeFinerThanTheDatabaseKeeps_IsNotTakenForAChange(int ticks)
    {
        var item = await InConversationAsync(call =>
        {
            var made = new Item { ListedAt = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero).AddTicks(ticks) };
            call.Database.Add(made);
            return Task.FromResult(made.Id);
        });

        await UndoAsync();

        Assert.Equal(0L, await shop.Database.ScalarAsync($"select count(*) from shop.items where id = '{item}'"));
    }

    [Fact]
    public async Task Restore_Update_PutsTheColumnsBackUnderANewVersion()
    {
        var item = await AddAsync(10);
        await RepriceAsync(item, 20);

        var changes = await UndoAsync();

        var read = await shop.ReadAsync(call => call.Database.Set<Item>().SingleAsync(i => i.Id == item));
        Assert.Equal((10m, 3), (read.Price.Amount, read.Version));
        Assert.Equal("price_amount,version", string.Join(',', Assert.Single(changes).Columns.Select(c => c.Name).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task Restore_Delete_BringsTheRowsBack()
    {
        var item = await AddAsync(10);
        var basket = await shop.CallAsync(call =>
        {
            var made = new Basket { Owner = "Sara" };
            made.Lines.Add(new BasketLine { ItemId = item, Quantity = 3 });
            call.Database.Add(made);
            return Task.FromResult(made.Id);
        });
        await InConversationAsync(async call =>
        {
            call.Database.Remove(await call.Database.Set<Basket>().Include(b => b.Lines).SingleAsync(b => b.Id == basket));
            return 0;
        });
        Assert.Equal(0L, await shop.Database.ScalarAsync($"select count(*) from shop.baskets where id = '{basket}'"));

        await UndoAsync();

        var read = await shop.ReadAsync(call => call.Database.Set<Basket>().Include(b => b.Lines).SingleAsync(b => b.Id == basket));
        Assert.Equal(("Sara", 3), (read.Owner, Assert.Single(read.Lines).Quantity));
    }

    [Fact]
    public async Task Restore_ChangedSince_IsRefusedAndChangesNothing()
    {
        var item = await AddAsync(10);
        await RepriceAsync(item, 20);
        await shop.CallAsync(async call =>
        {
            (await call.Database.Set<Item>().SingleAsync(i => i.Id == item)).Reprice(30);
            return 0;
        });

        var refusal = await Assert.ThrowsAsync<ToolException>(() => UndoAsync());

        Assert.Equal("changed_since", refusal.Code);
        Assert.Equal(30m, await shop.Database.ScalarAsync($"select price_amount from shop.items where id = '{item}'"));
    }

    [Fact]
    public async Task Restore_InsertInUseSince_IsRefused()
    {
        var item = await AddAsync(10, conversation);
        await shop.CallAsync(call =>
        {
            call.Database.Add(new Shelf { ItemId = item, OnHand = 1 });
            return Task.FromResult(0);
        });

        Assert.Equal("changed_since", (await Assert.ThrowsAsync<ToolException>(() => UndoAsync())).Code);
    }

    [Fact]
    public async Task Restore_CommutativeQuantity_GivesBackTheDifferenceOnly()
    {
        var item = await AddAsync(10);
        var shelf = await shop.CallAsync(call =>
        {
            var made = new Shelf { ItemId = item, OnHand = 100 };
            call.Database.Add(made);
            return Task.FromResult(made.Id);
        });
        await TakeAsync(shelf, 40, conversation);
        await TakeAsync(shelf, 5, null);

        await UndoAsync();

        Assert.Equal(95m, await shop.Database.ScalarAsync($"select on_hand from shop.shelves where id = '{shelf}'"));
    }

    [Fact]
    public async Task Last_UndoneAlready_GoesFurtherBack()
    {
        var item = await AddAsync(10);
        await RepriceAsync(item, 20);
        await RepriceAsync(item, 30);

        await UndoAsync();
        await UndoAsync();

        Assert.Equal(10m, await shop.Database.ScalarAsync($"select price_amount from shop.items where id = '{item}'"));
    }

    [Fact]
    public async Task Last_NothingDoneInConversation_IsNull()
    {
        await AddAsync(10);

        Assert.Null(await shop.CallAsync(async call => await Undo(call).LastAsync(call.Context, CancellationToken.None), conversation: conversation));
    }

    [Fact]
    public async Task Last_DeclaredInverse_IsGiven()
    {
        await shop.CallAsync(
            call =>
            {
                call.Database.Add(new Note { Text = "inverse" });
                return Task.FromResult(0);
            },
            conversation: conversation,
            inverse: _ => new ToolInverse("shop.unwork", new { Note = "inverse" }));

        var last = await shop.CallAsync(async call => await Undo(call).LastAsync(call.Context, CancellationToken.None), conversation: conversation);

        Assert.Equal(("shop.unwork", """{"note": "inverse"}"""), (last!.InverseTool, last.InverseInput!.Value.GetRawText()));
    }

    [Fact]
    public async Task Compare_AfterEveryKindOfChangeAndUndo_RebuiltEqualsLive()
    {
        var company = TestPrincipals.Sara with { Tenant = TestPrincipals.Sara.Tenant with { Id = Guid.CreateVersion7() } };
        var item = await AddAsync(10, conversation, company);
        await RepriceAsync(item, 20, company);
        var shelf = await shop.CallAsync(call =>
        {
            var made = new Shelf { ItemId = item, OnHand = 12.345m };
            call.Database.Add(made);
            call.Database.Add(new Note { Text = "ملاحظة 'quoted' \\ \"x\"" });
            return Task.FromResult(made.Id);
        }, company);
        await TakeAsync(shelf, 2.5m, conversation, company);
        await UndoAsync(company);
        await shop.CallAsync(async call =>
        {
            call.Database.Remove(await call.Database.Set<Note>().FirstAsync());
            (await call.Database.Set<Item>().SingleAsync()).Discount = null;
            return 0;
        }, company);

        Assert.Empty(await shop.Get<EventLog>().CompareAsync(company, [], CancellationToken.None));
        await shop.Database.ScalarAsync($"update shop.shelves set on_hand = 1 where id = '{shelf}'");
        Assert.Equal(["shop.shelves"], (await shop.Get<EventLog>().CompareAsync(company, [], CancellationToken.None)).Keys);
    }

    private static IUndo Undo(CallUnderTest call) => call.Transaction.Services.GetRequiredService<IUndo>();

    private Task<Guid> AddAsync(decimal price, string? within = null, AgentOS.Identity.Principal? principal = null) => shop.CallAsync(call =>
    {
        var item = Item.List("ITEM-" + Guid.CreateVersion7(), "Thing", null, price);
        item.Discount = new Money(1, "SAR");
        item.Harvest = new DateOnly(2026, 5, 1);
        item.ListedAt = new DateTimeOffset(2026, 11, 21, 8, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
        item.Tags = ["a", "ب"];
        call.Database.Add(item);
        return Task.FromResult(item.Id);
    }, principal, conversation: within);

    private Task RepriceAsync(Guid item, decimal price, AgentOS.Identity.Principal? principal = null) => InConversationAsync(async call =>
    {
        (await call.Database.Set<Item>().SingleAsync(i => i.Id == item)).Reprice(price);
        return 0;
    }, principal);

    private Task TakeAsync(Guid shelf, decimal quantity, string? within, AgentOS.Identity.Principal? principal = null) => shop.CallAsync(async call =>
    {
        (await call.Database.Set<Shelf>().SingleAsync(s => s.Id == shelf)).OnHand -= quantity;
        return 0;
    }, principal, conversation: within);

    private Task<T> InConversationAsync<T>(Func<CallUnderTest, Task<T>> work, AgentOS.Identity.Principal? principal = null) =>
        shop.CallAsync(work, principal, conversation: conversation);

    private Task<IReadOnlyList<RowChange>> UndoAsync(AgentOS.Identity.Principal? principal = null) => InConversationAsync(async call =>
    {
        var last = await Undo(call).LastAsync(call.Context, CancellationToken.None);
        return await Undo(call).RestoreAsync(last!, CancellationToken.None);
    }, principal);
}
