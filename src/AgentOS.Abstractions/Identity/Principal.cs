namespace AgentOS.Identity;

/// <summary>The person, or the key, on whose behalf something is done.</summary>
/// <param name="Tenant">Whose data it is; every read and write is confined to it.</param>
/// <param name="UserId">The user's id.</param>
/// <param name="Name">The user's name, for audit records and replies.</param>
/// <param name="Permissions">What the user may do; <c>*</c> stands for everything.</param>
public sealed record Principal(Tenant Tenant, Guid UserId, string Name, IReadOnlySet<string> Permissions)
{
    /// <summary>Whether the permission is held, itself or by <c>*</c> or <c>area:*</c>.</summary>
    public bool May(string permission)
    {
        if (Permissions.Contains(permission) || Permissions.Contains("*")) return true;
        var colon = permission.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Permissions.Contains(string.Concat(permission.AsSpan(0, colon), ":*"));
    }
}

/// <summary>A company that uses AgentOS, with the settings that give words such as "tomorrow" their meaning.</summary>
/// <param name="Id">The tenant's id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TimeZone">Where its days begin and end.</param>
/// <param name="Currency">ISO 4217 code of amounts said without one.</param>
/// <param name="WeekStart">The first day of its week.</param>
public sealed record Tenant(Guid Id, string Name, TimeZoneInfo TimeZone, string Currency, DayOfWeek WeekStart)
{
    /// <summary>The calendar date of an instant in the tenant's time zone.</summary>
    public DateOnly DateOf(DateTimeOffset instant) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime);
}
