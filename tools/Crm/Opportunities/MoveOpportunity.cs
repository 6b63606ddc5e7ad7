using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Moves a deal to another stage.</summary>
[Tool("opportunities.move", Effect.Write), Route("POST /api/v1/opportunities/{opportunity}/move"), Permission("opportunities:write")]
[Description("Moves an open opportunity (deal) to another open stage: any number forward, or one back. Winning and losing is opportunities.close.")]
public sealed class MoveOpportunity(Database db) : ITool<MoveOpportunity.Input, MovedOpportunity>
{
    /// <summary>Which deal, and where to.</summary>
    public sealed record Input(
        [Description("The opportunity: number or name")] Ref<Opportunity> Opportunity,
        [Description("The stage it moves to")] OpportunityStage Stage);

    /// <inheritdoc/>
    public async ValueTask<MovedOpportunity> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opportunity = await db.FindAsync(input.Opportunity, cancel);
        var from = opportunity.Stage;
        opportunity.MoveTo(input.Stage);
        return new MovedOpportunity(OpportunityView.Of(opportunity), from);
    }
}
