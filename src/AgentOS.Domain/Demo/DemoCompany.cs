using AgentOS.Domain.Crm;
using AgentOS.Identity;

namespace AgentOS.Domain.Demo;

/// <summary>The company that the demo data belongs to: a coffee roastery in Riyadh and Jeddah, and its people.</summary>
public static class DemoCompany
{
    /// <summary>Riyals.</summary>
    public const string Currency = "SAR";

    /// <summary>The roastery.</summary>
    public static Tenant Tenant { get; } = new(
        new Guid("00000000-0000-7000-8000-000000000001"), "Najd Roastery", TimeZoneInfo.FindSystemTimeZoneById("Asia/Riyadh"), Currency, DayOfWeek.Sunday);

    /// <summary>Leads sales, and may do everything.</summary>
    public static Principal Sara { get; } = Person(0xa1, "Sara", "*");

    /// <summary>Sells in Riyadh.</summary>
    public static Principal Omar { get; } = Person(
        0xa2, "Omar", "customers:*", "contacts:*", "leads:*", "opportunities:*", "interactions:*", "followups:*", "products:read", "stock:read", "orders:*", "search:read", "knowledge:read", "memory:*", "actions:*");

    /// <summary>Sells in Jeddah.</summary>
    public static Principal Layla { get; } = Person(
        0xa3, "Layla", "customers:*", "contacts:*", "leads:*", "opportunities:*", "interactions:*", "followups:*", "products:read", "stock:read", "orders:*", "search:read", "knowledge:read", "memory:*", "actions:*");

    /// <summary>Runs the warehouses.</summary>
    public static Principal Fahad { get; } = Person(
        0xa4, "Fahad", "products:*", "stock:*", "orders:*", "suppliers:*", "customers:read", "search:read", "knowledge:read", "memory:*", "actions:*");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Principal> People { get; } = [Sara, Omar, Layla, Fahad];

    /// <summary>In whose name the demo data is entered; nobody signs in as it.</summary>
    internal static Principal Books { get; } = Person(0xa0, "Demo", "*");

    internal static Owner Owner(this Principal person) => new(person.UserId, person.Name);

    private static Principal Person(int number, string name, params string[] permissions) =>
        new(Tenant, new Guid($"00000000-0000-7000-8000-{number:x12}"), name, new HashSet<string>(permissions));
}
