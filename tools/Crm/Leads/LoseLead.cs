using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Gives a lead up.</summary>
[Tool("leads.lose", Effect.Write), Route("POST /api/v1/leads/{lead}/lose"), Permission("leads:write")]
[Description("Marks a lead as lost (unqualified), with the reason.")]
public sealed class LoseLead(Database db) : ITool<LoseLead.Input, LeadView>
{
    /// <summary>Which lead, and why.</summary>
    public sealed record Input(
        [Description("The lead: number or name")] Ref<Lead> Lead,
        [Description("Why it will not buy")] string Reason);

    /// <inheritdoc/>
    public async ValueTask<LeadView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var lead = await db.FindAsync(input.Lead, cancel);
        lead.Lose(input.Reason, context.Now);
        return LeadView.Of(lead);
    }
}
