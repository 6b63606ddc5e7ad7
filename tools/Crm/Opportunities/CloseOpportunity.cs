using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Ends a deal.</summary>
[Tool("opportunities.close", Effect.Write), Route("POST /api/v1/opportunities/{opportunity}/close"), Permission("opportunities:write")]
[Description("Closes an opportunity (deal) as won or lost, optionally with the reason. A customer who bought becomes active.")]
public sealed class CloseOpportunity(Database db) : ITool<CloseOpportunity.Input, OpportunityView>
{
    /// <summary>Which deal, and how it ended.</summary>
    public sealed record Input(
        [Description("The opportunity: number or name")] Ref<Opportunity> Opportunity,
        [Description("Won or lost")] OpportunityOutcome Outcome,
        [Description("Why")] string? Reason = null);

    /// <inheritdoc/>
    public async ValueTask<OpportunityView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opportunity = await db.FindAsync(input.Opportunity, cancel);
        var won = input.Outcome == OpportunityOutcome.Won;
        opportunity.Close(won, input.Reason, context.Now);
        if (won) (await db.FindAsync(Ref<Customer>.To(opportunity.CustomerId), cancel)).Bought();
        return OpportunityView.Of(opportunity);
    }
}

/// <summary>How a deal ended.</summary>
public enum OpportunityOutcome
{
    /// <summary>They bought.</summary>
    Won,

    /// <summary>They did not.</summary>
    Lost,
}
