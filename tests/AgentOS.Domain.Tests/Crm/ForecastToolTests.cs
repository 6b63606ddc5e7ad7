using AgentOS.Domain.Crm;
using AgentOS.Tools;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class ForecastToolTests(CrmFixture crm) : IClassFixture<CrmFixture>, IAsyncLifetime
{
    public async ValueTask InitializeAsync()
    {
        if ((await crm.CallAsync<CustomerList>("customers.find", new { })).Count > 0) return;
        var customer = await crm.CustomerAsync("Globex");
        await OpenAsync(1_000, "negotiation", "2026-11-20");
        await OpenAsync(10_000, "negotiation", "2026-11-21");
        await OpenAsync(20_000, "proposal", "2026-11-30");
        await OpenAsync(333.33m, "qualification", "2026-11-30");
        await OpenAsync(40_000, "proposal", "2026-12-31");
        await OpenAsync(50_000, "proposal", "2027-01-01");
        await OpenAsync(60_000, "proposal", "2027-05-01");
        await OpenAsync(70_000, "proposal", "2026-12-15", CrmFixture.Omar);
        await OpenAsync(99_000, "negotiation", "2026-12-15");
        await crm.CallAsync<OpportunityView>("opportunities.close", new { opportunity = "Globex deal – 99000", outcome = "won" });

        Task OpenAsync(decimal amount, string stage, string expectedClose, AgentOS.Identity.Principal? by = null) =>
            crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount, stage, expectedClose, title = $"{amount:0}" }, by);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Forecast_NoPeriod_IsSixMonthsByMonthAndStage()
    {
        var forecast = await crm.CallAsync<ForecastView>("opportunities.forecast", new { });
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2027, 4, 30)), (forecast.From, forecast.To));
        Assert.Equal([(2026, 11, 3), (2026, 12, 2), (2027, 1, 1)], forecast.Months.Select(m => (m.Year, m.Month, m.Sum.Count)));

        var november = forecast.Months[0];
        Assert.Equal((Riyals(30_333.33m), Riyals(17_533.33m)), (november.Sum.Amount, november.Sum.Weighted));
        Assert.Equal(
            [(OpportunityStage.Qualification, 33.33m), (OpportunityStage.Proposal, 10_000m), (OpportunityStage.Negotiation, 7_500m)],
            november.Stages.Select(s => (s.Stage, s.Sum.Weighted.Amount)));
        Assert.Equal(6, Assert.Single(forecast.Totals).Count);
    }

    [Fact]
    public async Task Forecast_DealsPastTheirDay_AreCountedApart()
    {
        var forecast = await crm.CallAsync<ForecastView>("opportunities.forecast", new { period = "this_month" });
        Assert.Equal([new PipelineSum(1, Riyals(1_000), Riyals(750))], forecast.Overdue);
    }

    [Theory]
    [InlineData("this_month", 30_333.33)]
    [InlineData("next_month", 110_000)]
    [InlineData("this_quarter", 140_333.33)]
    [InlineData("next_quarter", 50_000)]
    [InlineData("this_year", 140_333.33)]
    public async Task Forecast_Period_HoldsItsMonthsOnly(string period, decimal amount)
    {
        var forecast = await crm.CallAsync<ForecastView>("opportunities.forecast", new { period });
        Assert.Equal(Riyals(amount), Assert.Single(forecast.Totals).Amount);
    }

    [Fact]
    public async Task Forecast_Mine_LeavesColleaguesOut()
    {
        var forecast = await crm.CallAsync<ForecastView>("opportunities.forecast", new { period = "next_month", mine = true });
        Assert.Equal(Riyals(40_000), Assert.Single(forecast.Totals).Amount);
    }

    private static Money Riyals(decimal amount) => new(amount, "SAR");
}
