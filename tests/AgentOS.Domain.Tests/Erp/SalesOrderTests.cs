using AgentOS.Domain.Erp;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Erp;

public sealed class SalesOrderTests
{
    private readonly Shop shop = new();

    [Fact]
    public void Draft_TwoProducts_AddsUpWithVat()
    {
        var order = shop.Draft((shop.Espresso, 40), (shop.Grinder, 10));

        Assert.Equal(Shop.Sar(18_180m), order.Subtotal);
        Assert.Equal(Shop.Sar(2_727m), order.Vat);
        Assert.Equal(Shop.Sar(20_907m), order.Total);
        Assert.Equal(0, shop.EspressoInRiyadh.Reserved);
    }

    [Fact]
    public void Draft_SameProductTwice_BecomesOneLine()
    {
        var order = shop.Draft((shop.Espresso, 4), (shop.Espresso, 6));

        Assert.Equal(10, Assert.Single(order.Lines).Quantity);
    }

    [Fact]
    public void Draft_NoProducts_IsRefused() => Assert.Equal("empty_order", Refusal(() => shop.Draft()));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    [InlineData(0.0001)]
    public void Draft_QuantityThatIsNone_IsRefused(double quantity) =>
        Assert.Equal("invalid_quantity", Refusal(() => shop.Draft((shop.Espresso, (decimal)quantity))));

    [Fact]
    public void Draft_DiscontinuedProduct_IsRefused()
    {
        shop.Grinder.Discontinue();

        Assert.Equal("not_for_sale", Refusal(() => shop.Draft((shop.Grinder, 1))));
    }

    [Fact]
    public void Confirm_EnoughStock_ReservesEachLine()
    {
        var order = shop.Draft((shop.Espresso, 40), (shop.Grinder, 10));

        var reservations = shop.Confirm(order);

        Assert.Equal(OrderStatus.Confirmed, order.Status);
        Assert.Equal(["SO-1001-1", "SO-1001-2"], reservations.Select(r => r.Number));
        Assert.Equal((100, 40, 60), (shop.EspressoInRiyadh.OnHand, shop.EspressoInRiyadh.Reserved, shop.EspressoInRiyadh.Available));
        Assert.Equal(0, shop.GrindersInRiyadh.Available);
    }

    [Fact]
    public void Confirm_OneLineTooLarge_RefusesAllAndReservesNothing()
    {
        var order = shop.Draft((shop.Espresso, 40), (shop.Grinder, 11));

        var refusal = Assert.Throws<ToolException>(() => shop.Confirm(order));

        Assert.Equal("out_of_stock", refusal.Code);
        Assert.Equal(("Coffee Grinder", "الرياض", 11m, 10m), (refusal.Details["product"], refusal.Details["warehouseArabic"], refusal.Details["wanted"], refusal.Details["available"]));
        Assert.Equal(0, shop.EspressoInRiyadh.Reserved);
        Assert.Equal(OrderStatus.Draft, order.Status);
    }

    [Fact]
    public void Confirm_Twice_IsRefused()
    {
        var order = shop.Draft((shop.Espresso, 1));
        shop.Confirm(order);

        Assert.Equal("order_status", Refusal(() => shop.Confirm(order)));
    }

    [Fact]
    public void Cancel_Confirmed_FreesTheStock()
    {
        var order = shop.Draft((shop.Espresso, 40));
        var reservations = shop.Confirm(order);

        order.Cancel(reservations, shop.ById, "changed their mind", Shop.Now);

        Assert.Equal((OrderStatus.Cancelled, ReservationStatus.Released, 100m), (order.Status, reservations[0].Status, shop.EspressoInRiyadh.Available));
    }

    [Fact]
    public void Deliver_Confirmed_TakesTheStockOut()
    {
        var order = shop.Draft((shop.Espresso, 40));
        var reservations = shop.Confirm(order);

        order.Deliver(reservations, shop.ById, Shop.Now);

        Assert.Equal((60m, 0m, ReservationStatus.Committed), (shop.EspressoInRiyadh.OnHand, shop.EspressoInRiyadh.Reserved, reservations[0].Status));
        Assert.Equal("order_status", Refusal(() => order.Cancel(reservations, shop.ById, null, Shop.Now)));
    }

    [Fact]
    public void Deliver_Draft_IsRefused() =>
        Assert.Equal("order_status", Refusal(() => shop.Draft((shop.Espresso, 1)).Deliver([], shop.ById, Shop.Now)));

    private static string Refusal(Func<object> action) => Assert.Throws<ToolException>(action).Code;

    private static string Refusal(Action action) => Assert.Throws<ToolException>(action).Code;
}
