namespace AgentOS.Tools.Crm;

/// <summary>How far a forecast looks.</summary>
public enum ForecastPeriod
{
    /// <summary>The calendar month of today.</summary>
    ThisMonth,

    /// <summary>The calendar month after it.</summary>
    NextMonth,

    /// <summary>The calendar quarter of today.</summary>
    ThisQuarter,

    /// <summary>The calendar quarter after it.</summary>
    NextQuarter,

    /// <summary>The calendar year of today.</summary>
    ThisYear,
}

/// <summary>The days of a period.</summary>
internal static class ForecastDays
{
    /// <summary>First day, and the first day that no longer belongs to it; without a period, this month and the five after it.</summary>
    public static (DateOnly From, DateOnly Until) Of(ForecastPeriod? period, DateOnly today)
    {
        var month = new DateOnly(today.Year, today.Month, 1);
        var quarter = month.AddMonths(-((today.Month - 1) % 3));
        return period switch
        {
            ForecastPeriod.ThisMonth => (month, month.AddMonths(1)),
            ForecastPeriod.NextMonth => (month.AddMonths(1), month.AddMonths(2)),
            ForecastPeriod.ThisQuarter => (quarter, quarter.AddMonths(3)),
            ForecastPeriod.NextQuarter => (quarter.AddMonths(3), quarter.AddMonths(6)),
            ForecastPeriod.ThisYear => (new DateOnly(today.Year, 1, 1), new DateOnly(today.Year + 1, 1, 1)),
            _ => (month, month.AddMonths(6)),
        };
    }
}
