namespace AgentOS.Tools.Erp;

/// <summary>Days that people name together, as the tenant counts them.</summary>
public enum OrderPeriod
{
    /// <summary>Today.</summary>
    Today,

    /// <summary>The day before.</summary>
    Yesterday,

    /// <summary>From the week's first day to today.</summary>
    ThisWeek,

    /// <summary>The seven days before this week.</summary>
    LastWeek,

    /// <summary>From the first of the month to today.</summary>
    ThisMonth,

    /// <summary>The calendar month before.</summary>
    LastMonth,

    /// <summary>From 1 January to today.</summary>
    ThisYear,

    /// <summary>The calendar year before.</summary>
    LastYear,
}

/// <summary>The days of a period.</summary>
internal static class Periods
{
    /// <summary>The first and the last day.</summary>
    public static (DateOnly From, DateOnly To) Days(this OrderPeriod period, ToolContext context)
    {
        var today = context.Today;
        var week = today.AddDays(-(((int)today.DayOfWeek - (int)context.Principal.Tenant.WeekStart + 7) % 7));
        var month = new DateOnly(today.Year, today.Month, 1);
        return period switch
        {
            OrderPeriod.Today => (today, today),
            OrderPeriod.Yesterday => (today.AddDays(-1), today.AddDays(-1)),
            OrderPeriod.ThisWeek => (week, today),
            OrderPeriod.LastWeek => (week.AddDays(-7), week.AddDays(-1)),
            OrderPeriod.ThisMonth => (month, today),
            OrderPeriod.LastMonth => (month.AddMonths(-1), month.AddDays(-1)),
            OrderPeriod.ThisYear => (new DateOnly(today.Year, 1, 1), today),
            _ => (new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year - 1, 12, 31)),
        };
    }

    /// <summary>The instant at which a day begins for the tenant, UTC.</summary>
    public static DateTimeOffset? StartOf(this ToolContext context, DateOnly? day)
    {
        if (day is not { } date) return null;
        var local = date.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(local, context.Principal.Tenant.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
