using AgentOS.Domain.Crm;
using AgentOS.Domain.Demo;
using AgentOS.Domain.Erp;
using AgentOS.Tools;
using AgentOS.Tools.Erp;
using AgentOS.Tools.Search;

namespace AgentOS.Domain.Tests.Erp;

public sealed class DemoSeedTests(SeededFixture fixture, ITestOutputHelper output) : IClassFixture<SeededFixture>
{
    [Fact]
    public async Task Run_EmptyTenant_FillsIt()
    {
        output.WriteLine($"Seeded in {fixture.Took.TotalSeconds:0.0} s.");
        Assert.Equal("300 40 80 2000 40", await fixture.Database.ScalarAsync("""
            select concat_ws(' ', (select count(*) from crm.customers), (select count(*) from erp.products), (select count(*) from erp.stock_levels),
              (select count(*) from erp.sales_orders), (select count(*) from crm.opportunities))
            """));
        Assert.Equal("Asia/Riyadh 4", await fixture.Database.ScalarAsync("select concat_ws(' ', (select time_zone from runtime.tenants), (select count(*) from runtime.users))"));
    }

    [Fact]
    public async Task Run_Again_WritesNothing()
    {
        var again = await DemoSeed.RunAsync(fixture.Transactions, SeededFixture.Now.AddDays(3), default);

        Assert.Equal(fixture.Seeded with { AlreadyThere = true }, again);
        Assert.Equal(300L, await fixture.Database.ScalarAsync("select count(*) from crm.customers"));
    }

    [Fact]
    public async Task Run_EveryRow_IsInTheEventLog() =>
        Assert.Equal(0L, await fixture.Database.ScalarAsync("""
            with logged as (select (r ->> 'key')::uuid as id from runtime.events e, jsonb_array_elements(e.rows) r),
            kept as (select id from crm.customers union all select id from crm.contacts union all select id from crm.opportunities
              union all select id from erp.products union all select id from erp.stock_levels union all select id from erp.sales_orders
              union all select id from erp.order_lines union all select id from erp.reservations union all select id from erp.supplied_products)
            select count(*) from (select id from kept except select id from logged) missing
            """));

    [Fact]
    public async Task Run_Stock_HoldsWhatIsReservedAndSomeIsLow()
    {
        Assert.Equal(0L, await fixture.Database.ScalarAsync("""
            select count(*) from erp.stock_levels l
            where l.reserved <> (select coalesce(sum(r.quantity), 0) from erp.reservations r where r.stock_level_id = l.id and r.status = 'active')
            """));
        var low = await fixture.CallAsync(db => new FindLowStock(db), new FindLowStock.Input(), Effect.Read);
        Assert.InRange(low.Count, 2, 12);
    }

    [Fact]
    public async Task Run_Numbers_GoOnWhereTheDataEnds()
    {
        var next = await fixture.EnterAsync(async db => (await db.NextNumberAsync("SO", 4, default), await db.NextNumberAsync("CUST", 5, default)));

        Assert.Equal(("SO-3001", "CUST-00301"), next);
    }

    [Fact]
    public async Task Run_Globex_HasOneOpenDealAtProposal() =>
        Assert.Equal("proposal", await fixture.Database.ScalarAsync("""
            select string_agg(o.stage, ' ') from crm.opportunities o join crm.customers c on c.id = o.customer_id where c.name = 'Globex'
            """));

    [Theory]
    [InlineData("espresso", "Espresso Blend")]
    [InlineData("Espresso", "Espresso Blend")]
    [InlineData("اسبريسو", "Espresso Blend")]
    [InlineData("الاسبريسو", "Espresso Blend")]
    [InlineData("grinders", "Coffee Grinder")]
    [InlineData("grinder", "Coffee Grinder")]
    [InlineData("مطحنة", "Coffee Grinder")]
    [InlineData("مطاحن", "Coffee Grinder")]
    [InlineData("ESP-1KG", "Espresso Blend")]
    [InlineData("vanilla", "Vanilla Syrup")]
    [InlineData("ديكاف", "Decaf Mexico")]
    public async Task Resolve_ProductAsPeopleSayIt_IsClear(string said, string name)
    {
        var (one, candidates) = await fixture.ResolveAsync<Product>(said);

        Assert.True(one == name, $"{one ?? "nothing"}; candidates: {string.Join(", ", candidates)}");
    }

    [Theory]
    [InlineData("Contoso", "Contoso")]
    [InlineData("كونتوسو", "Contoso")]
    [InlineData("globex", "Globex")]
    [InlineData("غلوبكس", "Globex")]
    public async Task Resolve_CustomerInEitherScript_IsClear(string said, string name)
    {
        var (one, candidates) = await fixture.ResolveAsync<Customer>(said);

        Assert.True(one == name, $"{one ?? "nothing"}; candidates: {string.Join(", ", candidates)}");
    }

    [Theory]
    [InlineData("riyadh", "Riyadh")]
    [InlineData("الرياض", "Riyadh")]
    [InlineData("جده", "Jeddah")]
    [InlineData("JED", "Jeddah")]
    public async Task Resolve_Warehouse_IsClear(string said, string name) =>
        Assert.Equal(name, (await fixture.ResolveAsync<Warehouse>(said)).One);

    [Theory]
    [InlineData("Globex", RecordKind.Customer)]
    [InlineData("غلوبكس", RecordKind.Customer)]
    [InlineData("SO-1001", RecordKind.SalesOrder)]
    [InlineData("yirgacheffe", RecordKind.Product)]
    [InlineData("Milano", RecordKind.Supplier)]
    public async Task Search_NameOrNumber_FindsItsKindFirst(string text, RecordKind kind)
    {
        var found = await fixture.CallAsync(db => new SearchEverything(db), new SearchEverything.Input(text), Effect.Read);

        Assert.Equal(kind, found.Groups[0].Kind);
        Assert.All(found.Groups, g => Assert.InRange(g.Hits.Count, 1, 4));
    }

    [Fact]
    public async Task Search_Nonsense_FindsNothing() =>
        Assert.Empty((await fixture.CallAsync(db => new SearchEverything(db), new SearchEverything.Input("qqqxyzzy"), Effect.Read)).Groups);
}
