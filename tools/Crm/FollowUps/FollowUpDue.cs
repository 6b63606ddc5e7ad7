namespace AgentOS.Tools.Crm;

/// <summary>When follow-ups are due.</summary>
public enum FollowUpDue
{
    /// <summary>Their day is past.</summary>
    Overdue,

    /// <summary>Today.</summary>
    Today,

    /// <summary>Tomorrow.</summary>
    Tomorrow,

    /// <summary>In the tenant's week that today is in.</summary>
    ThisWeek,

    /// <summary>In the week after it.</summary>
    NextWeek,
}

/// <summary>The days of each.</summary>
internal static class DueDays
{
    /// <summary>First and last day.</summary>
    public static (DateOnly From, DateOnly To) Of(FollowUpDue due, DateOnly today, DayOfWeek weekStart)
    {
        var week = today.AddDays(-(((int)today.DayOfWeek - (int)weekStart + 7) % 7));
        return due switch
        {
            FollowUpDue.Overdue => (DateOnly.MinValue, today.AddDays(-1)),
            FollowUpDue.Today => (today, today),
            FollowUpDue.Tomorrow => (today.AddDays(1), today.AddDays(1)),
            FollowUpDue.ThisWeek => (week, week.AddDays(6)),
            _ => (week.AddDays(7), week.AddDays(13)),
        };
    }
}
