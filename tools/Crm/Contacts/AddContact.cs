using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Adds a person to a customer.</summary>
[Tool("contacts.add", Effect.Write), Route("POST /api/v1/customers/{customer}/contacts"), Permission("contacts:write")]
[Description("Adds a contact person to a customer, with role, telephone and e-mail. The first one becomes the primary contact.")]
public sealed class AddContact(Database db) : ITool<AddContact.Input, ContactAddedView>
{
    /// <summary>Who, and where.</summary>
    public sealed record Input(
        [Description("The customer: number or name")] Ref<Customer> Customer,
        [Description("The person's name")] string Name,
        [Description("What the person does there, such as purchasing manager")] string? Role = null,
        [Description("Telephone number")] string? Phone = null,
        [Description("E-mail address")] string? Email = null,
        [Description("Whether this is the person to speak to first")] bool? Primary = null);

    /// <inheritdoc/>
    public async ValueTask<ContactAddedView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        await db.Entry(customer).Collection(c => c.Contacts).LoadAsync(cancel);
        var contact = customer.AddContact(input.Name, input.Role, input.Phone, input.Email, input.Primary == true);
        return new ContactAddedView(ContactView.Of(contact), CustomerView.Of(customer));
    }
}
