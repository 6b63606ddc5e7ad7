using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Tools;
using AgentOS.Tools.Erp;

namespace AgentOS.Domain.Tests.Erp;

/// <summary>The tools on a real database, each test with a shop of its own.</summary>
public sealed class ErpToolTests(ErpFixture fixture) : IClassFixture<ErpFixture>, IAsyncLifetime
{
    private readonly Shop shop = new();

    public async ValueTask InitializeAsync()
    {
        await fixture.Database.ScalarAsync("truncate crm.customers, erp.products, erp.warehouses, erp.suppliers cascade");
        await fixture.EnterAsync(db =>
        {
            db.AddRange(shop.All);
            return Task.FromResult(true);
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task CreateOrder_NoWarehouseNamed_ChoosesOneThatHasEverything()
    {
        var order = await OrderAsync((shop.Espresso, 5), (shop.Grinder, 2));

        Assert.Equal(("RUH", OrderStatus.Confirmed, 2), (order.Warehouse.Code, order.Status, order.Lines.Count));
        Assert.Equal(Shop.Sar(3_864m), order.Total);
    }

    [Fact]
    public async Task CreateOrder_NewCustomer_MakesItActive()
    {
        await OrderAsync((shop.Espresso, 5));

        Assert.Equal("active", await fixture.Database.ScalarAsync("select status from crm.customers"));
    }

    [Fact]
    public async Task CancelOrder_Confirmed_FreesTheStock()
    {
        var order = await OrderAsync((shop.Espresso, 5));

        await fixture.CallAsync(db => new CancelOrder(db), new CancelOrder.Input(Ref<SalesOrder>.To(order.Id)));

        Assert.Equal(110m, (await StockAsync()).Available);
    }

    [Fact]
    public async Task ConfirmOrder_Draft_ReservesThenDeliverTakesOut()
    {
        var draft = await fixture.CallAsync(
            db => new CreateOrder(db), new CreateOrder.Input(Ref<Customer>.To(shop.Contoso.Id), [new(Ref<Product>.To(shop.Espresso.Id), 7)], Ref<Warehouse>.To(shop.Riyadh.Id), Draft: true));
        Assert.Equal(110m, (await StockAsync()).Available);

        var reference = Ref<SalesOrder>.To(draft.Id);
        await fixture.CallAsync(db => new ConfirmOrder(db), new ConfirmOrder.Input(reference));
        Assert.Equal((7m, 103m), ((await StockAsync()).Levels.Sum(l => l.Reserved), (await StockAsync()).Available));

        await fixture.CallAsync(db => new DeliverOrder(db), new DeliverOrder.Input(reference));
        Assert.Equal((0m, 103m), ((await StockAsync()).Levels.Sum(l => l.Reserved), (await StockAsync()).Levels.Sum(l => l.OnHand)));
        var shown = await fixture.CallAsync(db => new ShowOrder(db), new ShowOrder.Input(reference), Effect.Read);
        Assert.Equal((OrderStatus.Delivered, new DateOnly(2026, 11, 21)), (shown.Status, shown.ClosedOn));
    }

    [Fact]
    public async Task ListOrders_OfAPeriod_CountsAndAddsUp()
    {
        await OrderAsync((shop.Espresso, 5));
        await OrderAsync((shop.Grinder, 1));

        var today = await fixture.CallAsync(db => new ListOrders(db), new ListOrders.Input(Ref<Customer>.To(shop.Contoso.Id), OrderStatus.Confirmed, OrderPeriod.Today), Effect.Read);
        var before = await fixture.CallAsync(db => new ListOrders(db), new ListOrders.Input(Period: OrderPeriod.Yesterday), Effect.Read);

        Assert.Equal((2, Shop.Sar(2_196.50m)), (today.Count, Assert.Single(today.Totals)));
        Assert.Equal((0, 0), (before.Count, before.Totals.Count));
    }

    [Fact]
    public async Task Reserve_ListAndRelease_ShowTheSame()
    {
        var made = await fixture.CallAsync(
            db => new CreateReservation(db), new CreateReservation.Input(Ref<Product>.To(shop.Espresso.Id), 60, Customer: Ref<Customer>.To(shop.Contoso.Id), Note: "tasting"));

        var list = await fixture.CallAsync(db => new ListReservations(db), new ListReservations.Input(Ref<Product>.To(shop.Espresso.Id)), Effect.Read);
        var released = await fixture.CallAsync(db => new ReleaseReservation(db), new ReleaseReservation.Input(Ref<Reservation>.To(made.Id)));

        Assert.Equal(made, Assert.Single(list.Reservations));
        Assert.Equal(made with { Status = ReservationStatus.Released }, released);
        Assert.Equal(110m, (await StockAsync()).Available);
    }

    [Fact]
    public async Task AdjustAndTransfer_Stock_ShowWhatIsThere()
    {
        var (espresso, riyadh, jeddah) = (Ref<Product>.To(shop.Espresso.Id), Ref<Warehouse>.To(shop.Riyadh.Id), Ref<Warehouse>.To(shop.Jeddah.Id));
        var added = await fixture.CallAsync(db => new AdjustStock(db), new AdjustStock.Input(espresso, riyadh, StockChange.Added, 20, null));
        var moved = await fixture.CallAsync(db => new TransferStock(db), new TransferStock.Input(espresso, 50, riyadh, jeddah));
        var first = await fixture.CallAsync(db => new TransferStock(db), new TransferStock.Input(Ref<Product>.To(shop.Grinder.Id), 4, riyadh, jeddah));

        Assert.Equal((120m, 20m), (added.Stock.OnHand, added.Change));
        Assert.Equal((70m, 60m), (moved.From.OnHand, moved.To.OnHand));
        Assert.Equal((6m, 4m), (first.From.OnHand, first.To.OnHand));
    }

    [Fact]
    public async Task FindProducts_WordInEitherScript_FindsIt()
    {
        foreach (var text in (string[])["grinders", "مطحنه", "GRD", "coffee grinder"])
        {
            var found = await fixture.CallAsync(db => new FindProducts(db), new FindProducts.Input(text), Effect.Read);
            Assert.Equal(("GRD-01", 10m), (Assert.Single(found.Products).Product.Sku, found.Products[0].Available));
        }
    }

    [Fact]
    public async Task Suppliers_CreatedForAProduct_AreFoundByIt()
    {
        var made = await fixture.CallAsync(db => new CreateSupplier(db), new CreateSupplier.Input("تجار المخا", Ref<Product>.To(shop.Espresso.Id), 21));

        var found = await fixture.CallAsync(db => new FindSuppliers(db), new FindSuppliers.Input(Ref<Product>.To(shop.Espresso.Id)), Effect.Read);
        var named = await fixture.CallAsync(db => new FindSuppliers(db), new FindSuppliers.Input(Text: "المخا"), Effect.Read);
        var shown = await fixture.CallAsync(db => new ShowSupplier(db), new ShowSupplier.Input(Ref<Supplier>.To(made.Id)), Effect.Read);

        Assert.Equal((made.Number, 21), (Assert.Single(found.Suppliers).Number, found.Suppliers[0].LeadTimeDays));
        Assert.Equal(made.Number, Assert.Single(named.Suppliers).Number);
        Assert.Equal(shop.Espresso.Id, Assert.Single(shown.Products).Product.Id);
    }

    private Task<OrderView> OrderAsync(params (Product Product, decimal Quantity)[] items) => fixture.CallAsync(
        db => new CreateOrder(db), new CreateOrder.Input(Ref<Customer>.To(shop.Contoso.Id), [.. items.Select(i => new CreateOrder.Line(Ref<Product>.To(i.Product.Id), i.Quantity))]));

    private Task<StockView> StockAsync() =>
        fixture.CallAsync(db => new LevelOfStock(db), new LevelOfStock.Input(Ref<Product>.To(shop.Espresso.Id)), Effect.Read);
}
