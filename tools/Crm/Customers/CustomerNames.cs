using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Compares names as people do, who mind neither case nor how a hamza is written.</summary>
internal static class CustomerNames
{
    /// <summary>Customers with a piece of text in one of their names; all of them when there is none.</summary>
    public static IQueryable<Customer> Named(this IQueryable<Customer> customers, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return customers;
        return customers.Where(c => SearchKey.Of(c.Name).Contains(SearchKey.Of(text)) || SearchKey.Of(c.NameArabic!).Contains(SearchKey.Of(text)));
    }

    /// <summary>Companies of that name.</summary>
    public static IQueryable<Customer> Called(this IQueryable<Customer> customers, string name) =>
        customers.Where(c => c.Kind == CustomerKind.Business
            && (SearchKey.Of(c.Name) == SearchKey.Of(name) || SearchKey.Of(c.NameArabic!) == SearchKey.Of(name)));
}
