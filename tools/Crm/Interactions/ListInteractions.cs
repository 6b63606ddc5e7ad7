using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Lists what passed between us and customers.</summary>
[Tool("interactions.list", Effect.Read), Route("GET /api/v1/interactions"), Permission("interactions:read")]
[Description("Lists interactions (calls, e-mails, meetings, notes, chats), latest first, optionally with one customer, of one kind, since a day, or only the speaker's own.")]
public sealed class ListInteractions(Database db) : ITool<ListInteractions.Input, InteractionList>
{
    /// <summary>Which interactions.</summary>
    public sealed record Input(
        [Description("Only with this customer")] Ref<Customer>? Customer = null,
        [Description("Only of this kind")] InteractionKind? Kind = null,
        [Description("Only from this day on")] DateOnly? Since = null,
        [Description("Only the speaker's own")] bool? Mine = null,
        [Description("How many to show, 1 to 100; 10 if not said")] int? Limit = null);

    /// <inheritdoc/>
    public async ValueTask<InteractionList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var interactions = Matching(input, context);
        var count = await interactions.CountAsync(cancel);
        var shown = await interactions
            .OrderByDescending(i => i.OccurredAt)
            .Take(Shown.Of(input.Limit))
            .Join(db.Set<Customer>(), i => i.CustomerId, c => c.Id, (Interaction, c) => new { Interaction, c.Name, c.NameArabic })
            .OrderByDescending(r => r.Interaction.OccurredAt)
            .ToListAsync(cancel);
        var zone = context.Principal.Tenant.TimeZone;
        return new InteractionList([.. shown.Select(r => InteractionView.Of(r.Interaction, r.Name, r.NameArabic, zone))], count);
    }

    private IQueryable<Interaction> Matching(Input input, ToolContext context)
    {
        var interactions = db.Set<Interaction>().AsNoTracking();
        if (input.Customer?.Id is { } customer) interactions = interactions.Where(i => i.CustomerId == customer);
        if (input.Kind is { } kind) interactions = interactions.Where(i => i.Kind == kind);
        if (input.Mine == true)
        {
            var user = context.Principal.UserId;
            interactions = interactions.Where(i => i.OwnerId == user);
        }

        if (input.Since is not { } day) return interactions;
        var start = context.StartOf(day);
        return interactions.Where(i => i.OccurredAt >= start);
    }
}
