using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Changes a customer's details or status.</summary>
[Tool("customers.update", Effect.Write), Route("PATCH /api/v1/customers/{customer}"), Permission("customers:write")]
[Description("Changes a customer's city, telephone, e-mail, segment or status. What is not named stays as it is.")]
public sealed class UpdateCustomer(Database db) : ITool<UpdateCustomer.Input, CustomerView>
{
    /// <summary>Which customer, and what is new.</summary>
    public sealed record Input(
        [Description("The customer: number or name")] Ref<Customer> Customer,
        [Description("New city, in either script")] string? City = null,
        [Description("New telephone number")] string? Phone = null,
        [Description("New e-mail address")] string? Email = null,
        [Description("New line of business")] CustomerSegment? Segment = null,
        [Description("New status")] CustomerStatus? Status = null);

    /// <inheritdoc/>
    public async ValueTask<CustomerView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var details = new CustomerDetails { City = input.City, Phone = input.Phone, Email = input.Email, Segment = input.Segment };
        var detailed = details != new CustomerDetails();
        if (!detailed && input.Status is null)
            throw new ToolException("nothing_to_change", "Say what should change: the city, the telephone, the e-mail, the segment or the status.");

        var customer = await db.FindAsync(input.Customer, cancel);
        if (detailed) customer.Change(details);
        if (input.Status is { } status)
            customer.Become(status, await db.Set<Opportunity>().Open().CountAsync(o => o.CustomerId == customer.Id, cancel));
        return CustomerView.Of(customer);
    }
}
