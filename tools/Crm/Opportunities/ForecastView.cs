using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>What open opportunities should bring, by the month of their expected close.</summary>
/// <param name="From">First day of the period.</param>
/// <param name="To">Its last day.</param>
/// <param name="Months">Months in which something is expected, in order.</param>
/// <param name="Totals">The period's sums, one for each currency.</param>
/// <param name="Overdue">Open ones that should have been decided before today, and so are in no later month; one sum for each currency.</param>
public sealed record ForecastView(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<ForecastMonth> Months,
    IReadOnlyList<PipelineSum> Totals,
    IReadOnlyList<PipelineSum> Overdue);

/// <summary>One month in one currency.</summary>
/// <param name="Year">Gregorian year.</param>
/// <param name="Month">1 to 12.</param>
/// <param name="Sum">The month's sum.</param>
/// <param name="Stages">The same by stage, in order.</param>
public sealed record ForecastMonth(int Year, int Month, PipelineSum Sum, IReadOnlyList<ForecastStage> Stages);

/// <summary>One stage of a month.</summary>
public sealed record ForecastStage(OpportunityStage Stage, PipelineSum Sum);
