using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Lists leads.</summary>
[Tool("leads.list", Effect.Read), Route("GET /api/v1/leads"), Permission("leads:read")]
[Description("Lists leads, the most promising first: those still open, or those of a status; optionally from a source, in a city, or only the speaker's own.")]
public sealed class ListLeads(Database db) : ITool<ListLeads.Input, LeadList>
{
    /// <summary>Which leads.</summary>
    public sealed record Input(
        [Description("Status; without one, leads neither converted nor lost")] LeadStatus? Status = null,
        [Description("Where they come from")] LeadSource? Source = null,
        [Description("City, in either script")] string? City = null,
        [Description("Only leads that the speaker looks after")] bool? Mine = null,
        [Description("How many to show, 1 to 100; 10 if not said")] int? Limit = null);

    /// <inheritdoc/>
    public async ValueTask<LeadList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var leads = db.Set<Lead>().AsNoTracking();
        leads = input.Status is { } status
            ? leads.Where(l => l.Status == status)
            : leads.Where(l => l.Status != LeadStatus.Converted && l.Status != LeadStatus.Unqualified);
        if (input.Source is { } source) leads = leads.Where(l => l.Source == source);
        if (City.Named(input.City) is { } city) leads = leads.Where(l => l.City == city);
        if (input.Mine == true)
        {
            var user = context.Principal.UserId;
            leads = leads.Where(l => l.OwnerId == user);
        }

        var count = await leads.CountAsync(cancel);
        var shown = await leads.OrderByDescending(l => l.Score).ThenByDescending(l => l.CreatedAt).Take(Shown.Of(input.Limit)).ToListAsync(cancel);
        return new LeadList([.. shown.Select(LeadView.Of)], count, input.Status);
    }
}
