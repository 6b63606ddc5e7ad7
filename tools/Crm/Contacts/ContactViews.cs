using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>A person at a customer's.</summary>
public sealed record ContactView(Guid Id, string Name, string? Role, string? Phone, string? Email, bool Primary)
{
    internal static ContactView Of(Contact contact) =>
        new(contact.Id, contact.Name, contact.Role, contact.Phone, contact.Email, contact.Primary);
}

/// <summary>A contact that was added.</summary>
public sealed record ContactAddedView(ContactView Contact, CustomerView Customer) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Customer.Mentions();
}

/// <summary>The people at a customer's, the primary one first.</summary>
public sealed record ContactList(CustomerView Customer, IReadOnlyList<ContactView> Contacts) : IMentions
{
    /// <inheritdoc/>
    public IEnumerable<Mention> Mentions() => Customer.Mentions();
}
