using AgentOS.Tools;

namespace AgentOS.Domain.Crm;

/// <summary>Somebody who buys, or may.</summary>
[Referable(nameof(Number), nameof(Name), nameof(NameArabic))]
public sealed class Customer : Aggregate
{
    private readonly List<Contact> contacts = [];

    private Customer()
    {
    }

    /// <summary>Such as <c>CUST-00001</c>.</summary>
    public string Number { get; private set; } = "";

    public string Name { get; private set; } = "";

    public string? NameArabic { get; private set; }

    public CustomerKind Kind { get; private set; }

    public CustomerStatus Status { get; private set; }

    /// <summary>English name of the city where it is known, see <see cref="Crm.City"/>.</summary>
    public string? City { get; private set; }

    public CustomerSegment? Segment { get; private set; }

    public string? Email { get; private set; }

    public string? Phone { get; private set; }

    public Guid OwnerId { get; private set; }

    public string OwnerName { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>People there; at most one is primary.</summary>
    public IReadOnlyList<Contact> Contacts => contacts;

    /// <summary>Enters a customer.</summary>
    /// <exception cref="ToolException"><c>text_required</c>, <c>text_too_long</c>, <c>email_invalid</c>, <c>phone_invalid</c>, <c>customer_status_not_allowed</c>.</exception>
    public static Customer Create(string number, NewCustomer details, Owner owner, DateTimeOffset now)
    {
        if (details.Status == CustomerStatus.Archived)
            throw new ToolException("customer_status_not_allowed", "A new customer cannot be archived.");
        var customer = new Customer
        {
            Number = number,
            Name = Words.Required(details.Name, "name"),
            NameArabic = Words.ArabicName(details.NameArabic, details.Name),
            Kind = details.Kind,
            Status = details.Status,
            OwnerId = owner.Id,
            OwnerName = owner.Name,
            CreatedAt = now,
        };
        customer.Set(details.Details);
        customer.Raise(new CustomerCreated(number, customer.Name, customer.Kind, customer.Status));
        return customer;
    }

    /// <summary>Enters the customer that a lead turned out to be: its company with the person as contact, or the person.</summary>
    public static Customer FromLead(string number, Lead lead, Owner owner, DateTimeOffset now)
    {
        var entered = new NewCustomer(lead.Company ?? lead.Name)
        {
            NameArabic = lead.Company is null ? lead.NameArabic : null,
            Kind = lead.Company is null ? CustomerKind.Individual : CustomerKind.Business,
            Details = new CustomerDetails { City = lead.City, Email = lead.Email, Phone = lead.Phone },
        };
        var customer = Create(number, entered, owner, now);
        if (lead.Company is not null) customer.AddContact(lead.Name, null, lead.Phone, lead.Email, primary: true);
        return customer;
    }

    /// <summary>Changes what <paramref name="details"/> names; the rest stays.</summary>
    public void Change(CustomerDetails details)
    {
        Set(details);
        Raise(new CustomerDetailsChanged(City, Phone, Email, Segment));
    }

    /// <summary>Changes the relation.</summary>
    /// <param name="status">The new status; the present one changes nothing.</param>
    /// <param name="openOpportunities">How many opportunities of the customer are open; none may be when it is archived.</param>
    /// <exception cref="ToolException"><c>customer_status_not_allowed</c> or <c>customer_has_open_opportunities</c>.</exception>
    public void Become(CustomerStatus status, int openOpportunities)
    {
        if (status == Status) return;
        if (status == CustomerStatus.Lead || (status == CustomerStatus.Prospect && Status == CustomerStatus.Active))
        {
            throw new ToolException("customer_status_not_allowed", $"{Name} is {Words.Of(Status)}; it cannot go back to {Words.Of(status)}.",
                Facts(("from", Status), ("to", status)));
        }

        if (status == CustomerStatus.Archived && openOpportunities > 0)
        {
            throw new ToolException("customer_has_open_opportunities", $"{Name} has {openOpportunities} open opportunities. Close them before archiving it.",
                Facts(("count", openOpportunities)));
        }

        Raise(new CustomerStatusChanged(Status, status));
        Status = status;
    }

    /// <summary>It has bought something: whatever it was, it is active now.</summary>
    public void Bought() => Become(CustomerStatus.Active, 0);

    /// <summary>Adds a person. The first one is primary; a new primary replaces the old.</summary>
    /// <exception cref="ToolException"><c>contact_exists</c>: somebody there has that name.</exception>
    public Contact AddContact(string name, string? role, string? phone, string? email, bool primary)
    {
        RequireNotArchived();
        if (contacts.Find(c => string.Equals(c.Name, name.Trim(), StringComparison.OrdinalIgnoreCase)) is { } same)
        {
            throw new ToolException("contact_exists", $"{Name} already has a contact called {same.Name}.",
                Facts(("contact", same.Name)));
        }

        var contact = new Contact(Id, name, role, phone, email, primary || contacts.Count == 0);
        if (contact.Primary)
        {
            foreach (var other in contacts) other.StepBack();
        }

        contacts.Add(contact);
        Raise(new ContactAdded(contact.Id, contact.Name, contact.Primary));
        return contact;
    }

    /// <summary>Refuses what may not begin with an archived customer.</summary>
    /// <exception cref="ToolException"><c>customer_archived</c>.</exception>
    public void RequireNotArchived()
    {
        if (Status == CustomerStatus.Archived)
            throw new ToolException("customer_archived", $"{Name} is archived. Make it active again first.", Facts());
    }

    private void Set(CustomerDetails details)
    {
        City = Crm.City.Named(details.City) ?? City;
        Segment = details.Segment ?? Segment;
        Email = Words.Email(details.Email) ?? Email;
        Phone = Words.Phone(details.Phone) ?? Phone;
    }

    private Dictionary<string, object?> Facts(params ReadOnlySpan<(string Key, object? Value)> more)
    {
        var facts = new Dictionary<string, object?> { ["number"] = Number, ["name"] = Name, ["nameArabic"] = NameArabic };
        foreach (var (key, value) in more) facts[key] = value;
        return facts;
    }
}
