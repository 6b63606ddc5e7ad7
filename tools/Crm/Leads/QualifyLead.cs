using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Moves a lead on once it wants to buy and can.</summary>
[Tool("leads.qualify", Effect.Write), Route("POST /api/v1/leads/{lead}/qualify"), Permission("leads:write")]
[Description("Marks a lead as qualified, optionally with the budget it has.")]
public sealed class QualifyLead(Database db) : ITool<QualifyLead.Input, LeadView>
{
    /// <summary>Which lead, and what is known now.</summary>
    public sealed record Input(
        [Description("The lead: number or name")] Ref<Lead> Lead,
        [Description("What the lead can spend")] Money? Budget = null);

    /// <inheritdoc/>
    public async ValueTask<LeadView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var lead = await db.FindAsync(input.Lead, cancel);
        lead.Qualify(input.Budget);
        return LeadView.Of(lead);
    }
}
