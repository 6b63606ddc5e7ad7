using AgentOS.Domain.Crm;
using AgentOS.Tools;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class OpportunityToolTests(CrmFixture crm) : IClassFixture<CrmFixture>
{
    [Theory]
    [InlineData("Globex")]
    [InlineData("the Globex deal")]
    [InlineData("صفقة غلوبكس")]
    [InlineData("globex office coffee")]
    [InlineData("غلوبكس")]
    [InlineData("Globx")]
    public async Task Move_DealSaidByItsCustomer_IsFoundAndMoved(string said)
    {
        await GlobexAsync();
        var shown = await crm.CallAsync<OpportunityView>("opportunities.show", new { opportunity = said });
        Assert.StartsWith("Globex", shown.Name, StringComparison.Ordinal);

        var to = shown.Stage == OpportunityStage.Negotiation ? OpportunityStage.Proposal : OpportunityStage.Negotiation;
        var moved = await crm.CallAsync<MovedOpportunity>("opportunities.move", new { opportunity = said, stage = to });
        Assert.Equal((shown.Stage, to, to.Probability()), (moved.From, moved.Opportunity.Stage, moved.Opportunity.Probability));
    }

    [Fact]
    public async Task List_Filters_GiveRowsAndTotals()
    {
        var customer = await crm.CustomerAsync("Filtered Trading");
        foreach (var (title, amount, stage, close) in ((string, int, string, string)[])[
            ("beans", 10_000, "qualification", "2026-12-30"),
            ("grinders", 40_000, "negotiation", "2026-12-01"),
            ("machines", 30_000, "proposal", "2027-01-15"),
        ])
        {
            await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount, title, stage, expectedClose = close });
        }

        var open = await crm.CallAsync<OpportunityList>("opportunities.list", new { customer });
        Assert.Equal(["Filtered Trading deal – grinders", "Filtered Trading deal – beans", "Filtered Trading deal – machines"], open.Opportunities.Select(o => o.Name));
        Assert.Equal([new PipelineSum(3, Riyals(80_000), Riyals(46_000))], open.Totals);

        var largest = await crm.CallAsync<OpportunityList>("opportunities.list", new { customer, order = "largest", limit = 1 });
        Assert.Equal(("Filtered Trading deal – grinders", 3, 2), (Assert.Single(largest.Opportunities).Name, largest.Count, largest.More));
        Assert.Equal(1, (await crm.CallAsync<OpportunityList>("opportunities.list", new { customer, stage = "proposal" })).Count);
        Assert.Equal(0, (await crm.CallAsync<OpportunityList>("opportunities.list", new { customer, mine = true }, CrmFixture.Omar)).Count);
    }

    [Fact]
    public async Task List_Currencies_AreNeverAdded()
    {
        var customer = await crm.CustomerAsync("Worldly Trading");
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 1000, title = "beans" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = "500 USD", title = "machines" });
        var list = await crm.CallAsync<OpportunityList>("opportunities.list", new { customer });
        Assert.Equal([Riyals(1000), new Money(500, "USD")], list.Totals.Select(t => t.Amount));
        Assert.Equal(2, list.Count);
    }

    [Fact]
    public async Task Close_Won_MakesTheCustomerActive()
    {
        var customer = await crm.CustomerAsync("Winning Trading");
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 1000 });
        var closed = await crm.CallAsync<OpportunityView>("opportunities.close", new { opportunity = customer, outcome = "won", reason = "the tasting" });
        Assert.Equal((OpportunityStage.Won, 100, "the tasting"), (closed.Stage, closed.Probability, closed.CloseReason));
        Assert.Equal(CustomerStatus.Active, (await crm.CallAsync<CustomerProfile>("customers.show", new { customer })).Customer.Status);

        var won = await crm.CallAsync<OpportunityList>("opportunities.list", new { customer, stage = "won" });
        Assert.Equal(closed.Id, Assert.Single(won.Opportunities).Id);
        await crm.RefusedAsync("opportunity_closed", "opportunities.move", new { opportunity = customer, stage = "proposal" });
    }

    [Fact]
    public async Task Move_ToWon_IsRefusedInFavourOfClosing()
    {
        var customer = await crm.CustomerAsync("Hasty Trading");
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 1000 });
        await crm.RefusedAsync("close_instead", "opportunities.move", new { opportunity = customer, stage = "won" });
    }

    private static Money Riyals(decimal amount) => new(amount, "SAR");

    private async Task GlobexAsync()
    {
        if ((await crm.CallAsync<CustomerList>("customers.find", new { name = "Globex" })).Count > 0) return;
        await crm.CallAsync<CustomerView>("customers.create", new { name = "Globex", nameArabic = "غلوبكس" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer = "Globex", amount = 120_000, title = "office coffee", stage = "proposal" });
    }
}
