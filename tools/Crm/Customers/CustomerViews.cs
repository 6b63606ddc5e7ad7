using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>A customer in short.</summary>
public sealed record CustomerView(
    Guid Id,
    string Number,
    string Name,
    string? NameArabic,
    CustomerKind Kind,
    CustomerStatus Status,
    string? City,
    string? CityArabic,
    CustomerSegment? Segment,
    string? Email,
    string? Phone,
    string Owner) : IMentions
{
    internal static CustomerView Of(Customer customer) => new(
        customer.Id,
        customer.Number,
        customer.Name,
        customer.NameArabic,
        customer.Kind,
        customer.Status,
        customer.City,
        Domain.Crm.City.InArabic(customer.City),
        customer.Segment,
        customer.Email,
        customer.Phone,
        customer.OwnerName);

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => [new(nameof(Customer), Id, $"{Number} {Name}")];
}

/// <summary>Customers that were looked for.</summary>
/// <param name="Customers">Those shown, by name.</param>
/// <param name="Count">How many there are in all.</param>
public sealed record CustomerList(IReadOnlyList<CustomerView> Customers, int Count) : IMentions
{
    /// <summary>How many are not shown.</summary>
    public int More => Count - Customers.Count;

    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Customers.SelectMany(c => c.Mentions());
}

/// <summary>What there is to know before speaking to a customer.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Contact">The primary contact.</param>
/// <param name="Opportunities">Open ones, soonest to close first, at most five.</param>
/// <param name="Interactions">The last three, latest first.</param>
/// <param name="FollowUps">Open ones, soonest first, at most five.</param>
public sealed record CustomerProfile(
    CustomerView Customer,
    ContactView? Contact,
    IReadOnlyList<OpportunityView> Opportunities,
    IReadOnlyList<InteractionView> Interactions,
    IReadOnlyList<FollowUpView> FollowUps) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() =>
        [.. Customer.Mentions(), .. Opportunities.SelectMany(o => o.Mentions()), .. FollowUps.SelectMany(f => f.Mentions())];
}
