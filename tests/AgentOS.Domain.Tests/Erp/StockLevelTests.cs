using AgentOS.Domain.Erp;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Erp;

public sealed class StockLevelTests
{
    private readonly Shop shop = new();

    [Fact]
    public void Reserve_MoreThanAvailable_IsRefused()
    {
        shop.EspressoInRiyadh.Reserve(95, "RES-00001");

        Assert.Equal("out_of_stock", Refusal(() => shop.EspressoInRiyadh.Reserve(6, "RES-00002")));
        Assert.Equal(95, shop.EspressoInRiyadh.Reserved);
    }

    [Fact]
    public void WriteOff_ReservedUnits_IsRefused()
    {
        shop.EspressoInRiyadh.Reserve(95, "RES-00001");

        Assert.Equal("stock_reserved", Refusal(() => shop.EspressoInRiyadh.WriteOff(6, null)));
    }

    [Fact]
    public void WriteOff_MoreThanThereIs_IsRefused() =>
        Assert.Equal("out_of_stock", Refusal(() => shop.EspressoInRiyadh.WriteOff(101, null)));

    [Fact]
    public void Count_FewerThanBefore_SetsWhatIsThere()
    {
        shop.EspressoInRiyadh.Count(64.5m, "stocktake");

        Assert.Equal(64.5m, shop.EspressoInRiyadh.OnHand);
        Assert.Equal(new StockAdjusted(-35.5m, 64.5m, "stocktake"), shop.EspressoInRiyadh.NewEvents[^1]);
    }

    [Fact]
    public void MoveTo_OtherWarehouse_KeepsTheSum()
    {
        shop.EspressoInRiyadh.MoveTo(shop.EspressoInJeddah, 30);

        Assert.Equal((70m, 40m), (shop.EspressoInRiyadh.OnHand, shop.EspressoInJeddah.OnHand));
    }

    [Fact]
    public void MoveTo_ReservedUnits_IsRefused()
    {
        shop.EspressoInRiyadh.Reserve(80, "RES-00001");

        Assert.Equal("out_of_stock", Refusal(() => shop.EspressoInRiyadh.MoveTo(shop.EspressoInJeddah, 21)));
    }

    [Fact]
    public void MoveTo_ItsOwnWarehouse_IsRefused() =>
        Assert.Equal("same_warehouse", Refusal(() => shop.EspressoInRiyadh.MoveTo(shop.EspressoInRiyadh, 1)));

    [Fact]
    public void Release_ByHand_FreesOnceOnly()
    {
        var reservation = Reservation.ByHand("RES-00001", shop.EspressoInRiyadh, 5, null, null, Shop.Now);

        reservation.Release(shop.EspressoInRiyadh);

        Assert.Equal(100, shop.EspressoInRiyadh.Available);
        Assert.Equal("reservation_closed", Refusal(() => reservation.Release(shop.EspressoInRiyadh)));
    }

    [Fact]
    public void Release_OfAnOrder_IsRefused()
    {
        var reservation = shop.Confirm(shop.Draft((shop.Espresso, 5)))[0];

        var refusal = Assert.Throws<ToolException>(() => reservation.Release(shop.EspressoInRiyadh));

        Assert.Equal(("reserved_for_order", "SO-1001"), (refusal.Code, refusal.Details["order"]));
    }

    private static string Refusal(Action action) => Assert.Throws<ToolException>(action).Code;
}
