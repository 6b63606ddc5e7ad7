using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Plans a follow-up.</summary>
[Tool("followups.schedule", Effect.Write), Route("POST /api/v1/follow-ups"), Permission("followups:write")]
[Description("Schedules a follow-up (reminder) with a customer for a day, with a note of what is to be done. For a contact that has just happened use interactions.log.")]
public sealed class ScheduleFollowUp(Database db) : ITool<ScheduleFollowUp.Input, FollowUpView>
{
    /// <summary>What, for whom and when.</summary>
    public sealed record Input(
        [Description("The customer: number or name")] Ref<Customer> Customer,
        [Description("The day by which it is to be done")] DateOnly DueDate,
        [Description("What is to be done")] string? Note = null,
        [Description("The opportunity it is about: number or name")] Ref<Opportunity>? Opportunity = null);

    /// <inheritdoc/>
    public async ValueTask<FollowUpView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        var opportunity = input.Opportunity is { } about ? await db.FindAsync(about, cancel) : null;
        var followUp = FollowUp.Schedule(
            await db.NextNumberAsync("FUP", 5, cancel),
            customer,
            new FollowUpDetails(input.DueDate, input.Note) { Opportunity = opportunity },
            context.Owner(),
            context.Today,
            context.Now);
        db.Add(followUp);
        return FollowUpView.Of(followUp, context.Today);
    }
}
