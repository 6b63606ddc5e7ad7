using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Marks a lead as contacted.</summary>
[Tool("leads.contacted", Effect.Write), Route("POST /api/v1/leads/{lead}/contacted"), Permission("leads:write")]
[Description("Marks a new lead as contacted: somebody has spoken to it.")]
public sealed class ContactLead(Database db) : ITool<ContactLead.Input, LeadView>
{
    /// <summary>Which lead.</summary>
    public sealed record Input([Description("The lead: number or name")] Ref<Lead> Lead);

    /// <inheritdoc/>
    public async ValueTask<LeadView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var lead = await db.FindAsync(input.Lead, cancel);
        lead.Contact();
        return LeadView.Of(lead);
    }
}
