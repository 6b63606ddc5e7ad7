using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Shows where a deal stands.</summary>
[Tool("opportunities.show", Effect.Read), Route("GET /api/v1/opportunities/{opportunity}"), Permission("opportunities:read")]
[Description("Shows one opportunity (deal): its amount, stage, probability and expected close.")]
public sealed class ShowOpportunity(Database db) : ITool<ShowOpportunity.Input, OpportunityView>
{
    /// <summary>Which deal.</summary>
    public sealed record Input([Description("The opportunity: number or name")] Ref<Opportunity> Opportunity);

    /// <inheritdoc/>
    public async ValueTask<OpportunityView> RunAsync(Input input, ToolContext context, CancellationToken cancel) =>
        OpportunityView.Of(await db.FindAsync(input.Opportunity, cancel));
}
