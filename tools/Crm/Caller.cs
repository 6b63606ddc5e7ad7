using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>The caller, as the CRM knows people.</summary>
internal static class Caller
{
    public static Owner Owner(this ToolContext context) => new(context.Principal.UserId, context.Principal.Name);

    /// <summary>The instant at which something happened on a day: now for today, noon there for an earlier day.</summary>
    public static DateTimeOffset InstantOf(this ToolContext context, DateOnly? day)
    {
        if (day is not { } date || date == context.Today) return context.Now;
        var noon = date.ToDateTime(new TimeOnly(12, 0));
        return new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(noon, context.Principal.Tenant.TimeZone), TimeSpan.Zero);
    }
}
