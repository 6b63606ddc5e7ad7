using AgentOS.Domain.Crm;
using AgentOS.Domain.Erp;

namespace AgentOS.Domain.Demo;

/// <summary>A product as the demo data has it, with its stock in Riyadh and Jeddah.</summary>
public sealed record DemoProduct(
    string Sku, string Name, string NameArabic, ProductCategory Category, ProductUnit Unit, decimal Price,
    int Riyadh, int Jeddah, int Reorder, int Usual);

/// <summary>A supplier, with the SKUs it has.</summary>
public sealed record DemoSupplier(string Name, string NameArabic, string Phone, string Email, string City, int Days, string Supplies);

/// <summary>A customer, with the person there.</summary>
public sealed record DemoCustomer(
    string Name, string NameArabic, CustomerSegment Segment, CustomerStatus Status, string City, string Phone, string Email,
    int Owner, DateOnly Since, string? Contact, string? Role);

/// <summary>A lead; <paramref name="Steps"/> tells how far it has come (0 new, 1 contacted, 2 qualified).</summary>
public sealed record DemoLead(string Name, string NameArabic, string Company, string Phone, string City, LeadSource Source, decimal? Budget, int Steps, int Owner, DateOnly Since);

/// <summary>A deal with a customer, by the customer's place; <paramref name="Won"/> says how it ended, if it did.</summary>
public sealed record DemoDeal(int Customer, string Title, string TitleArabic, decimal Amount, OpportunityStage Stage, DateOnly Close, int Owner, DateOnly Since, bool? Won);

/// <summary>Something that passed between a customer and us.</summary>
public sealed record DemoTalk(int Customer, InteractionKind Kind, bool Inbound, Sentiment? Sentiment, string Summary, DateTimeOffset At, int Owner);

/// <summary>Something to do.</summary>
public sealed record DemoTask(int Customer, string Note, DateOnly Due, int Owner);

/// <summary>An order by the places of its customer and products.</summary>
public sealed record DemoOrder(int Customer, bool Jeddah, DateTimeOffset At, OrderStatus Status, DateTimeOffset? Closed, string Lines)
{
    /// <summary>The lines: product's place and quantity.</summary>
    public IEnumerable<(int Product, int Quantity)> Items() => Lines.Split(' ').Select(l =>
    {
        var colon = l.IndexOf(':', StringComparison.Ordinal);
        return (int.Parse(l.AsSpan(0, colon), System.Globalization.CultureInfo.InvariantCulture), int.Parse(l.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
    });
}
