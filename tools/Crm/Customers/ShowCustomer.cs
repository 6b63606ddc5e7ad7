using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Shows what there is to know about a customer.</summary>
[Tool("customers.show", Effect.Read), Route("GET /api/v1/customers/{customer}"), Permission("customers:read")]
[Description("Shows one customer's profile: how to reach it, its open opportunities, the last interactions with it and its open follow-ups.")]
public sealed class ShowCustomer(Database db) : ITool<ShowCustomer.Input, CustomerProfile>
{
    /// <summary>Which customer.</summary>
    public sealed record Input([Description("The customer: number or name")] Ref<Customer> Customer);

    /// <inheritdoc/>
    public async ValueTask<CustomerProfile> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        var contact = await db.Set<Contact>().AsNoTracking()
            .FirstOrDefaultAsync(c => c.CustomerId == customer.Id && c.Primary, cancel);
        var opportunities = await db.Set<Opportunity>().AsNoTracking().Open()
            .Where(o => o.CustomerId == customer.Id).OrderBy(o => o.ExpectedClose).Take(5).ToListAsync(cancel);
        var interactions = await db.Set<Interaction>().AsNoTracking()
            .Where(i => i.CustomerId == customer.Id).OrderByDescending(i => i.OccurredAt).Take(3).ToListAsync(cancel);
        var followUps = await db.Set<FollowUp>().AsNoTracking()
            .Where(f => f.CustomerId == customer.Id && f.Status == FollowUpStatus.Open).OrderBy(f => f.Due).Take(5).ToListAsync(cancel);
        return new CustomerProfile(
            CustomerView.Of(customer),
            contact is null ? null : ContactView.Of(contact),
            [.. opportunities.Select(OpportunityView.Of)],
            [.. interactions.Select(i => InteractionView.Of(i, customer.Name, customer.NameArabic, context.Principal.Tenant.TimeZone))],
            [.. followUps.Select(f => FollowUpView.Of(f, context.Today))]);
    }
}
