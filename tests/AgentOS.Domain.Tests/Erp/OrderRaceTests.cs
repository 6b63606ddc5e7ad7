using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;
using AgentOS.Tools;
using AgentOS.Tools.Erp;

namespace AgentOS.Domain.Tests.Erp;

public sealed class OrderRaceTests(ErpFixture fixture) : IClassFixture<ErpFixture>
{
    [Fact]
    public async Task CreateOrder_SixtyFourAtOnceForTheLastTen_SellsExactlyTen()
    {
        var shop = new Shop(grinders: 10);
        await fixture.EnterAsync(db =>
        {
            db.AddRange(shop.All);
            return Task.FromResult(true);
        });

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => Task.Run(OrderOneAsync)));

        Assert.Equal(10, outcomes.Count(o => o == "sold"));
        Assert.Equal(54, outcomes.Count(o => o == "out_of_stock"));
        Assert.Equal("10 10 10 10", await fixture.Database.ScalarAsync(
            $"""
            select concat_ws(' ', l.on_hand::int, l.reserved::int,
              (select count(*) from erp.sales_orders), (select count(distinct number) from erp.reservations where status = 'active'))
            from erp.stock_levels l where l.id = '{shop.GrindersInRiyadh.Id}'
            """));

        async Task<string> OrderOneAsync()
        {
            try
            {
                await fixture.CallAsync(db => new CreateOrder(db), new CreateOrder.Input(Ref<Customer>.To(shop.Contoso.Id), [new(Ref<Product>.To(shop.Grinder.Id), 1)]));
                return "sold";
            }
            catch (ToolException refusal)
            {
                return refusal.Code;
            }
        }
    }
}
