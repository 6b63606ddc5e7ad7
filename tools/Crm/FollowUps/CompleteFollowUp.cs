using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Marks a follow-up as done.</summary>
[Tool("followups.complete", Effect.Write), Route("POST /api/v1/follow-ups/{followUp}/complete"), Permission("followups:write")]
[Description("Marks a follow-up (reminder, task with a customer) as done.")]
public sealed class CompleteFollowUp(Database db) : ITool<CompleteFollowUp.Input, FollowUpView>
{
    /// <summary>Which follow-up.</summary>
    public sealed record Input([Description("The follow-up: number, or the customer it is for")] Ref<FollowUp> FollowUp);

    /// <inheritdoc/>
    public async ValueTask<FollowUpView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var followUp = await db.FindAsync(input.FollowUp, cancel);
        followUp.Complete(context.Now);
        return FollowUpView.Of(followUp, context.Today);
    }
}
