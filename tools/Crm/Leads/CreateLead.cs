using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Enters a lead.</summary>
[Tool("leads.create", Effect.Write), Route("POST /api/v1/leads"), Permission("leads:write")]
[Description("Adds a new lead, somebody who may become a customer, looked after by the speaker.")]
public sealed class CreateLead(Database db) : ITool<CreateLead.Input, LeadView>
{
    /// <summary>Who it is.</summary>
    public sealed record Input(
        [Description("The person's name, or the company's where no person is known")] string Name,
        [Description("Where the person works")] string? Company = null,
        [Description("Telephone number")] string? Phone = null,
        [Description("E-mail address")] string? Email = null,
        [Description("City, in either script")] string? City = null,
        [Description("Where the lead comes from")] LeadSource? Source = null,
        [Description("What the lead can spend")] Money? Budget = null,
        [Description("Arabic name, when the name is not Arabic")] string? NameArabic = null);

    /// <inheritdoc/>
    public async ValueTask<LeadView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var details = new LeadDetails(input.Name)
        {
            NameArabic = input.NameArabic,
            Company = input.Company,
            Phone = input.Phone,
            Email = input.Email,
            City = input.City,
            Source = input.Source ?? LeadSource.Other,
            Budget = input.Budget,
        };
        var lead = Lead.Create(await db.NextNumberAsync("LEAD", 5, cancel), details, context.Owner(), context.Now);
        db.Add(lead);
        return LeadView.Of(lead);
    }
}
