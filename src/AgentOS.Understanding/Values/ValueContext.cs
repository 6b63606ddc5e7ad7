using AgentOS.Agents;

namespace AgentOS.Understanding.Values;

/// <summary>What words such as "tomorrow" and bare amounts depend on.</summary>
/// <param name="Today">The tenant's date.</param>
/// <param name="Now">The tenant's time of day.</param>
/// <param name="WeekStart">First day of the tenant's week.</param>
/// <param name="Currency">ISO 4217 code of amounts said without one, if known.</param>
/// <param name="TimeZone">The tenant's time zone.</param>
internal sealed record ValueContext(DateOnly Today, TimeOnly Now, DayOfWeek WeekStart, string? Currency, TimeZoneInfo TimeZone)
{
    /// <summary>Whether the ends of a range are read, in which a day without a year is this year's.</summary>
    public bool InRange { get; init; }

    /// <summary>For training, where only the extent of a value matters.</summary>
    public static ValueContext Fixed { get; } = new(new DateOnly(2026, 1, 4), new TimeOnly(9, 0), DayOfWeek.Sunday, null, TimeZoneInfo.Utc);

    public static ValueContext Of(TurnFacts? facts, TimeProvider clock)
    {
        var now = facts?.Now ?? clock.GetUtcNow();
        var tenant = facts?.Principal.Tenant;
        var zone = tenant?.TimeZone ?? TimeZoneInfo.Utc;
        var local = TimeZoneInfo.ConvertTime(now, zone).DateTime;
        return new ValueContext(DateOnly.FromDateTime(local), TimeOnly.FromDateTime(local), tenant?.WeekStart ?? DayOfWeek.Sunday, tenant?.Currency, zone);
    }

    /// <summary>The first day of the week that <paramref name="day"/> falls in.</summary>
    public DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)WeekStart + 7) % 7));
}
