using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Notes that somebody was in touch with a customer, and what is to follow.</summary>
[Tool("interactions.log", Effect.Write), Route("POST /api/v1/interactions"), Permission("interactions:write")]
[Description("Logs a call, e-mail, meeting, note, chat or text message with a customer: what was said, and optionally a follow-up with its day.")]
public sealed class LogInteraction(Database db) : ITool<LogInteraction.Input, InteractionView>
{
    /// <summary>What happened.</summary>
    public sealed record Input(
        [Description("The customer: number or name")] Ref<Customer> Customer,
        [Description("What was said or agreed")] string Summary,
        [Description("How; a note if not said")] InteractionKind? Kind = null,
        [Description("The day to follow up; none if not said")] DateOnly? FollowUpDate = null,
        [Description("What to do then; the summary if not said")] string? FollowUpNote = null,
        [Description("Who began it; we did if not said")] InteractionDirection? Direction = null,
        [Description("The customer's mood")] Sentiment? Sentiment = null,
        [Description("The day it happened; today if not said")] DateOnly? OccurredOn = null,
        [Description("The opportunity it was about: number or name")] Ref<Opportunity>? Opportunity = null);

    /// <inheritdoc/>
    public async ValueTask<InteractionView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        var opportunity = input.Opportunity is { } about ? await db.FindAsync(about, cancel) : null;
        var details = new InteractionDetails(input.Kind ?? InteractionKind.Note, input.Summary, context.InstantOf(input.OccurredOn))
        {
            Direction = input.Direction ?? InteractionDirection.Outbound,
            Sentiment = input.Sentiment,
        };
        var interaction = Interaction.Log(customer, opportunity, details, context.Owner(), context.Now);
        db.Add(interaction);

        var view = InteractionView.Of(interaction, customer.Name, customer.NameArabic, context.Principal.Tenant.TimeZone);
        if (input.FollowUpDate is not { } due) return view;
        var planned = new FollowUpDetails(due, input.FollowUpNote ?? input.Summary) { Opportunity = opportunity, Interaction = interaction };
        var followUp = FollowUp.Schedule(await db.NextNumberAsync("FUP", 5, cancel), customer, planned, context.Owner(), context.Today, context.Now);
        db.Add(followUp);
        return view with { FollowUp = FollowUpView.Of(followUp, context.Today) };
    }
}
