using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>What opportunities are asked for by, and what they come to.</summary>
internal static class OpportunityQueries
{
    public static IQueryable<Opportunity> Open(this IQueryable<Opportunity> opportunities) =>
        opportunities.Where(o => o.Stage != OpportunityStage.Won && o.Stage != OpportunityStage.Lost);

    public static IQueryable<Opportunity> Of(this IQueryable<Opportunity> opportunities, Ref<Customer>? customer)
    {
        if (customer is null) return opportunities;
        var id = customer.Id;
        return opportunities.Where(o => o.CustomerId == id);
    }

    public static IQueryable<Opportunity> Mine(this IQueryable<Opportunity> opportunities, bool? mine, ToolContext context)
    {
        if (mine != true) return opportunities;
        var user = context.Principal.UserId;
        return opportunities.Where(o => o.OwnerId == user);
    }

    public static async ValueTask<IReadOnlyList<PipelineSum>> SumAsync(this IQueryable<Opportunity> opportunities, CancellationToken cancel)
    {
        var sums = await opportunities
            .GroupBy(o => o.Amount.Currency)
            .Select(g => new { Currency = g.Key, Count = g.Count(), Amount = g.Sum(o => o.Amount.Amount), Weighted = g.Sum(o => o.Amount.Amount * o.Probability) })
            .OrderByDescending(s => s.Amount)
            .ToListAsync(cancel);
        return [.. sums.Select(s => new PipelineSum(s.Count, new Money(s.Amount, s.Currency), new Money(s.Weighted, s.Currency) * 0.01m))];
    }
}
