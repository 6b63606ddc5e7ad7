using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Makes a customer with an opportunity out of a qualified lead.</summary>
[Tool("leads.convert", Effect.Write), Route("POST /api/v1/leads/{lead}/convert"), Permission("leads:write")]
[Description("Converts a qualified lead into a customer with a contact and an opportunity. The amount is the lead's budget unless another is given.")]
public sealed class ConvertLead(Database db) : ITool<ConvertLead.Input, ConvertedLead>
{
    /// <summary>Which lead, and what it becomes.</summary>
    public sealed record Input(
        [Description("The lead: number or name")] Ref<Lead> Lead,
        [Description("What the opportunity is worth; the lead's budget if not said")] Money? Amount = null,
        [Description("What the opportunity is for")] string? Title = null,
        [Description("The day by which it should be decided; in 30 days if not said")] DateOnly? ExpectedClose = null,
        [Description("The customer that the lead belongs to, when there is one already")] Ref<Customer>? Customer = null);

    /// <inheritdoc/>
    public async ValueTask<ConvertedLead> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var lead = await db.FindAsync(input.Lead, cancel);
        lead.RequireReady();
        var amount = input.Amount ?? lead.Budget
            ?? throw new ToolException("amount_needed", $"The budget of {lead.Name} is not known. Say what the opportunity is worth.",
                new Dictionary<string, object?> { ["name"] = lead.Name, ["nameArabic"] = lead.NameArabic });

        var customer = input.Customer is { } known ? await db.FindAsync(known, cancel) : await EnterAsync(lead, context, cancel);
        var details = new OpportunityDetails(amount, input.ExpectedClose ?? context.Today.AddDays(CreateOpportunity.DaysToClose)) { Title = input.Title };
        var opportunity = Opportunity.Open(await db.NextNumberAsync("OPP", 5, cancel), customer, details, context.Owner(), context.Now);
        db.Add(opportunity);
        lead.Convert(customer, opportunity, context.Now);
        return new ConvertedLead(LeadView.Of(lead), CustomerView.Of(customer), OpportunityView.Of(opportunity));
    }

    private async ValueTask<Customer> EnterAsync(Lead lead, ToolContext context, CancellationToken cancel)
    {
        if (lead.Company is { } company) await db.Set<Customer>().RequireNewAsync(company, cancel);
        var customer = Customer.FromLead(await db.NextNumberAsync("CUST", 5, cancel), lead, context.Owner(), context.Now);
        db.Add(customer);
        return customer;
    }
}
