using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Lists opportunities.</summary>
[Tool("opportunities.list", Effect.Read), Route("GET /api/v1/opportunities"), Permission("opportunities:read")]
[Description("Lists opportunities (deals) with their total: the open ones, or those in a stage (also won or lost); optionally of a customer, or only the speaker's own.")]
public sealed class ListOpportunities(Database db) : ITool<ListOpportunities.Input, OpportunityList>
{
    /// <summary>Which opportunities.</summary>
    public sealed record Input(
        [Description("Stage; without one, all that are open")] OpportunityStage? Stage = null,
        [Description("Only those of this customer")] Ref<Customer>? Customer = null,
        [Description("Only those that the speaker looks after")] bool? Mine = null,
        [Description("Which come first; those closing soonest if not said")] OpportunityOrder? Order = null,
        [Description("How many to show, 1 to 100; 10 if not said")] int? Limit = null);

    /// <inheritdoc/>
    public async ValueTask<OpportunityList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var opportunities = db.Set<Opportunity>().AsNoTracking();
        opportunities = input.Stage is { } stage ? opportunities.Where(o => o.Stage == stage) : opportunities.Open();
        opportunities = opportunities.Of(input.Customer).Mine(input.Mine, context);

        var totals = await opportunities.SumAsync(cancel);
        var ordered = input.Order switch
        {
            OpportunityOrder.Largest => opportunities.OrderByDescending(o => o.Amount.Amount).ThenBy(o => o.Number),
            OpportunityOrder.Newest => opportunities.OrderByDescending(o => o.CreatedAt).ThenByDescending(o => o.Number),
            _ => opportunities.OrderBy(o => o.ExpectedClose).ThenBy(o => o.Number),
        };
        var shown = await ordered.Take(Shown.Of(input.Limit)).ToListAsync(cancel);
        return new OpportunityList([.. shown.Select(OpportunityView.Of)], totals.Sum(t => t.Count), totals, input.Stage);
    }
}

/// <summary>Which opportunities come first.</summary>
public enum OpportunityOrder
{
    /// <summary>Those that should be decided soonest.</summary>
    ClosingSoonest,

    /// <summary>Those worth most.</summary>
    Largest,

    /// <summary>Those opened last.</summary>
    Newest,
}
