using System.Diagnostics.CodeAnalysis;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Compares names as PostgreSQL does, without regard to case.</summary>
internal static class CustomerNames
{
    private const string Translated = "The comparison is translated to SQL, where only this form exists.";

    /// <summary>Customers with a piece of text in one of their names; all of them when there is none.</summary>
    [SuppressMessage("Performance", "CA1862", Justification = Translated)]
    [SuppressMessage("Globalization", "CA1304", Justification = Translated)]
    [SuppressMessage("Globalization", "CA1311", Justification = Translated)]
    public static IQueryable<Customer> Named(this IQueryable<Customer> customers, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return customers;
        var part = text.Trim().ToLowerInvariant();
        return customers.Where(c => c.Name.ToLower().Contains(part) || (c.NameArabic != null && c.NameArabic.Contains(part)));
    }

    /// <summary>Companies called exactly that.</summary>
    [SuppressMessage("Performance", "CA1862", Justification = Translated)]
    [SuppressMessage("Globalization", "CA1304", Justification = Translated)]
    [SuppressMessage("Globalization", "CA1311", Justification = Translated)]
    public static IQueryable<Customer> Called(this IQueryable<Customer> customers, string name)
    {
        var whole = name.Trim().ToLowerInvariant();
        return customers.Where(c => c.Kind == CustomerKind.Business && (c.Name.ToLower() == whole || c.NameArabic == whole));
    }
}
