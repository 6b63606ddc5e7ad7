using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Enters a customer.</summary>
[Tool("customers.create", Effect.Write), Route("POST /api/v1/customers"), Permission("customers:write")]
[Description("Adds a new customer, a company or a person, looked after by the speaker.")]
public sealed class CreateCustomer(Database db) : ITool<CreateCustomer.Input, CustomerView>
{
    /// <summary>Who it is.</summary>
    public sealed record Input(
        [Description("Name, in either script")] string Name,
        [Description("Arabic name, when the name is not Arabic")] string? NameArabic = null,
        [Description("Company or person; a company if not said")] CustomerKind? Kind = null,
        [Description("Status; prospect if not said")] CustomerStatus? Status = null,
        [Description("City, in either script")] string? City = null,
        [Description("Line of business")] CustomerSegment? Segment = null,
        [Description("Telephone number")] string? Phone = null,
        [Description("E-mail address")] string? Email = null);

    /// <inheritdoc/>
    public async ValueTask<CustomerView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var kind = input.Kind ?? CustomerKind.Business;
        if (kind == CustomerKind.Business) await db.Set<Customer>().RequireNewAsync(input.Name, cancel);
        var customer = Customer.Create(
            await db.NextNumberAsync("CUST", 5, cancel),
            new NewCustomer(input.Name)
            {
                NameArabic = input.NameArabic,
                Kind = kind,
                Status = input.Status ?? CustomerStatus.Prospect,
                Details = new CustomerDetails { City = input.City, Segment = input.Segment, Phone = input.Phone, Email = input.Email },
            },
            context.Owner(),
            context.Now);
        db.Add(customer);
        return CustomerView.Of(customer);
    }
}
