using AgentOS.Identity;

namespace AgentOS.Testing;

/// <summary>People of two companies.</summary>
public static class TestPrincipals
{
    /// <summary>Sara of Najd Roastery in Riyadh, who may do everything.</summary>
    public static Principal Sara { get; } = new(
        new Tenant(new Guid("00000000-0000-7000-8000-000000000001"), "Najd Roastery", TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh"), "SAR", DayOfWeek.Sunday),
        new Guid("00000000-0000-7000-8000-0000000000a1"), "Sara", new HashSet<string> { "*" });

    /// <summary>Somebody of another company.</summary>
    public static Principal Stranger { get; } = new(
        new Tenant(new Guid("00000000-0000-7000-8000-000000000002"), "Elsewhere Ltd", TimeZoneInfo.Utc, "USD", DayOfWeek.Monday),
        new Guid("00000000-0000-7000-8000-0000000000b1"), "Sam", new HashSet<string> { "*" });
}
