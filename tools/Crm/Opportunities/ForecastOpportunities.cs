using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Forecasts sales from the open opportunities.</summary>
[Tool("opportunities.forecast", Effect.Read), Route("GET /api/v1/opportunities/forecast"), Permission("opportunities:read")]
[Description("Sales forecast: what open opportunities should bring per month and stage, plain and weighted by probability. Six months from this one unless a period is named.")]
public sealed class ForecastOpportunities(Database db) : ITool<ForecastOpportunities.Input, ForecastView>
{
    /// <summary>Of what.</summary>
    public sealed record Input(
        [Description("Period; six months from this one if not said")] ForecastPeriod? Period = null,
        [Description("Only opportunities that the speaker looks after")] bool? Mine = null);

    /// <inheritdoc/>
    public async ValueTask<ForecastView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var (from, until) = ForecastDays.Of(input.Period, context.Today);
        var today = context.Today;
        var open = db.Set<Opportunity>().AsNoTracking().Open().Mine(input.Mine, context);
        var overdue = await open.Where(o => o.ExpectedClose < today).SumAsync(cancel);
        var cells = await open
            .Where(o => o.ExpectedClose >= today && o.ExpectedClose >= from && o.ExpectedClose < until)
            .GroupBy(o => new { o.ExpectedClose.Year, o.ExpectedClose.Month, o.Stage, o.Amount.Currency })
            .Select(g => new Cell(g.Key.Year, g.Key.Month, g.Key.Stage, g.Key.Currency, g.Count(), g.Sum(o => o.Amount.Amount), g.Sum(o => o.Amount.Amount * o.Probability)))
            .ToListAsync(cancel);

        return new ForecastView(
            from,
            until.AddDays(-1),
            [.. cells.GroupBy(c => (c.Year, c.Month, c.Currency)).OrderBy(g => g.Key.Year).ThenBy(g => g.Key.Month).Select(MonthOf)],
            [.. cells.GroupBy(c => c.Currency).Select(Sum)],
            overdue);
    }

    private static ForecastMonth MonthOf(IGrouping<(int Year, int Month, string Currency), Cell> cells) => new(
        cells.Key.Year,
        cells.Key.Month,
        Sum(cells),
        [.. cells.GroupBy(c => c.Stage).OrderBy(g => g.Key).Select(g => new ForecastStage(g.Key, Sum(g)))]);

    private static PipelineSum Sum(IEnumerable<Cell> cells)
    {
        var all = cells.ToList();
        var currency = all[0].Currency;
        return new PipelineSum(all.Sum(c => c.Count), new Money(all.Sum(c => c.Amount), currency), new Money(all.Sum(c => c.Weighted), currency) * 0.01m);
    }

    // Weighted here is the sum of amount × percent: the division by 100 comes last, so that nothing is rounded twice.
    private sealed record Cell(int Year, int Month, OpportunityStage Stage, string Currency, int Count, decimal Amount, decimal Weighted);
}
