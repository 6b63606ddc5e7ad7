using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>The caller, and the caller's days, as the CRM needs them.</summary>
internal static class Caller
{
    public static Owner Owner(this ToolContext context) => new(context.Principal.UserId, context.Principal.Name);

    /// <summary>The first instant of a day in the tenant's time zone.</summary>
    public static DateTimeOffset StartOf(this ToolContext context, DateOnly day) => InstantOf(context, day, TimeOnly.MinValue);

    /// <summary>The instant at which something happened on a day: now for today, noon there for another day.</summary>
    public static DateTimeOffset InstantOf(this ToolContext context, DateOnly? day) =>
        day is { } other && other != context.Today ? InstantOf(context, other, new TimeOnly(12, 0)) : context.Now;

    private static DateTimeOffset InstantOf(ToolContext context, DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return new DateTimeOffset(local, context.Principal.Tenant.TimeZone.GetUtcOffset(local)).ToUniversalTime();
    }
}
