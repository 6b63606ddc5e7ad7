using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Tools;
using AgentOS.Tools.Erp;
using FsCheck;
using FsCheck.Fluent;

namespace AgentOS.Domain.Tests.Erp;

public sealed class UndoPropertyTests(ErpFixture fixture) : IClassFixture<ErpFixture>
{
    [Fact]
    public async Task Undo_RandomWritesInReverse_LeavesEveryRowAsItWas()
    {
        var shop = new Shop();
        await fixture.EnterAsync(db =>
        {
            db.AddRange(shop.All);
            return Task.FromResult(true);
        });
        var before = await fixture.SnapshotAsync();
        var steps = Gen.Choose(1, 8).SelectMany(n => Gen.ArrayOf(Gen.Choose(0, 7).SelectMany(kind => Gen.Choose(1, 30).Select(quantity => (Kind: kind, Quantity: (decimal)quantity))), n));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15).WithQuietOnSuccess(true), Prop.ForAll(steps.ToArbitrary(), actions => KeepsAsync(actions).GetAwaiter().GetResult()));

        async Task<bool> KeepsAsync((int Kind, decimal Quantity)[] actions)
        {
            var conversation = Guid.CreateVersion7().ToString();
            var written = 0;
            foreach (var (kind, quantity) in actions)
            {
                if (await TryAsync(shop, kind, quantity, conversation)) written++;
            }

            for (; written > 0; written--)
                Assert.True(await fixture.UndoAsync(conversation));
            Assert.Equal(before, await fixture.SnapshotAsync());
            return true;
        }
    }

    private async Task<bool> TryAsync(Shop shop, int kind, decimal quantity, string conversation)
    {
        var (espresso, grinder, customer) = (Ref<Product>.To(shop.Espresso.Id), Ref<Product>.To(shop.Grinder.Id), Ref<Customer>.To(shop.Contoso.Id));
        var (riyadh, jeddah) = (Ref<Warehouse>.To(shop.Riyadh.Id), Ref<Warehouse>.To(shop.Jeddah.Id));
        var order = await LatestAsync<SalesOrder>("erp.sales_orders");
        try
        {
            switch (kind)
            {
                case 0:
                    await Call(db => new CreateOrder(db), new CreateOrder.Input(customer, [new(espresso, quantity), new(grinder, 1)]));
                    break;
                case 1:
                    await Call(db => new CreateOrder(db), new CreateOrder.Input(customer, [new(espresso, quantity)], jeddah, Draft: true));
                    break;
                case 2 when order is not null:
                    await Call(db => new ConfirmOrder(db), new ConfirmOrder.Input(order));
                    break;
                case 3 when order is not null:
                    await Call(db => new CancelOrder(db), new CancelOrder.Input(order));
                    break;
                case 4 when order is not null:
                    await Call(db => new DeliverOrder(db), new DeliverOrder.Input(order));
                    break;
                case 5:
                    await Call(db => new TransferStock(db), new TransferStock.Input(espresso, quantity, riyadh, jeddah));
                    break;
                case 6:
                    await Call(db => new AdjustStock(db), new AdjustStock.Input(grinder, jeddah, StockChange.Added, quantity));
                    break;
                case 7:
                    await Call(db => new CreateReservation(db), new CreateReservation.Input(espresso, quantity));
                    break;
                default:
                    return false;
            }

            return true;
        }
        catch (ToolException)
        {
            return false;
        }

        Task<TView> Call<TInput, TView>(Func<Database, ITool<TInput, TView>> tool, TInput input)
            where TInput : notnull
            where TView : notnull => fixture.CallAsync(tool, input, Effect.Write, conversation);
    }

    private async Task<Ref<T>?> LatestAsync<T>(string table) =>
        await fixture.Database.ScalarAsync($"select id from {table} order by id desc limit 1") is Guid id ? Ref<T>.To(id) : null;
}
