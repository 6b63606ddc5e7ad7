using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Lists the people at a customer's.</summary>
[Tool("contacts.list", Effect.Read), Route("GET /api/v1/customers/{customer}/contacts"), Permission("contacts:read")]
[Description("Lists the contact persons of a customer with role, telephone and e-mail, the primary one first.")]
public sealed class ListContacts(Database db) : ITool<ListContacts.Input, ContactList>
{
    /// <summary>Which customer.</summary>
    public sealed record Input([Description("The customer: number or name")] Ref<Customer> Customer);

    /// <inheritdoc/>
    public async ValueTask<ContactList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        var contacts = await db.Set<Contact>().AsNoTracking().Where(c => c.CustomerId == customer.Id)
            .OrderByDescending(c => c.Primary).ThenBy(c => c.Name).ToListAsync(cancel);
        return new ContactList(CustomerView.Of(customer), [.. contacts.Select(ContactView.Of)]);
    }
}
