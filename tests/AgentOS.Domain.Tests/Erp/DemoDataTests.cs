using AgentOS.Domain.Crm;
using AgentOS.Domain.Demo;

namespace AgentOS.Domain.Tests.Erp;

public sealed class DemoDataTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly DemoData data = DemoData.Create(Today);

    [Fact]
    public void Create_SameSeedTwice_GivesTheSameFacts()
    {
        var again = DemoData.Create(Today);

        Assert.Equal(data.Customers, again.Customers);
        Assert.Equal(data.Orders, again.Orders);
        Assert.Equal(data.Deals, again.Deals);
        Assert.Equal(data.Leads, again.Leads);
        Assert.Equal(data.Talks, again.Talks);
        Assert.Equal(data.Tasks, again.Tasks);
    }

    [Fact]
    public void Create_AnotherSeed_GivesOtherOrders() => Assert.NotEqual(data.Orders, DemoData.Create(Today, 7).Orders);

    [Fact]
    public void Create_Customers_AreDistinctInBothScripts()
    {
        Assert.Equal(300, data.Customers.Select(c => c.Name).Distinct().Count());
        Assert.Equal(300, data.Customers.Select(c => c.NameArabic).Distinct().Count());
        Assert.Single(data.Customers, c => c.Name.Contains("Contoso", StringComparison.OrdinalIgnoreCase));
        Assert.Single(data.Customers, c => c.Name.Contains("Globex", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Create_Deals_GiveGlobexOneAndSaraADozen()
    {
        var globex = Assert.Single(data.Deals, d => data.Customers[d.Customer].Name == "Globex");

        Assert.Equal((OpportunityStage.Proposal, null), (globex.Stage, globex.Won));
        Assert.Equal(12, data.Deals.Count(d => d.Owner == 0 && d.Won is null));
    }

    [Fact]
    public void Create_Orders_FollowTheWeekAndRamadan()
    {
        Assert.Equal(2000, data.Orders.Count);
        var byDay = data.Orders.GroupBy(o => DemoCompany.Tenant.DateOf(o.At).DayOfWeek).ToDictionary(g => g.Key, g => g.Count());
        Assert.True(byDay[DayOfWeek.Sunday] > 5 * byDay[DayOfWeek.Friday]);

        // 1 Ramadan 1447 was 18 February 2026.
        Assert.True(Placed(new DateOnly(2026, 2, 5), 20) > 1.5 * Placed(new DateOnly(2026, 6, 4), 20));

        int Placed(DateOnly from, int days) => data.Orders.Count(o => DemoCompany.Tenant.DateOf(o.At) is var d && d >= from && d < from.AddDays(days));
    }

    [Theory]
    [InlineData("Espresso")]
    [InlineData("Grinder")]
    [InlineData("Decaf")]
    [InlineData("Vanilla")]
    public void Create_Products_CanBeCalledByOneWord(string word) =>
        Assert.Single(data.Products, p => p.Name.Contains(word, StringComparison.OrdinalIgnoreCase));
}
