using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;

namespace AgentOS.Tools.Crm;

/// <summary>Opens a deal with a customer.</summary>
[Tool("opportunities.create", Effect.Write), Route("POST /api/v1/opportunities"), Permission("opportunities:write")]
[Description("Opens a new opportunity (deal) with a customer, looked after by the speaker.")]
public sealed class CreateOpportunity(Database db) : ITool<CreateOpportunity.Input, OpportunityView>
{
    internal const int DaysToClose = 30;

    /// <summary>What it is about.</summary>
    public sealed record Input(
        [Description("The customer: number or name")] Ref<Customer> Customer,
        [Description("What it is worth when won")] Money Amount,
        [Description("What it is for, such as coffee for the new branch")] string? Title = null,
        [Description("The day by which it should be decided; in 30 days if not said")] DateOnly? ExpectedClose = null,
        [Description("Stage to begin in; qualification if not said")] OpportunityStage? Stage = null,
        [Description("The title in Arabic, when it is not Arabic")] string? TitleArabic = null);

    /// <inheritdoc/>
    public async ValueTask<OpportunityView> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var customer = await db.FindAsync(input.Customer, cancel);
        var details = new OpportunityDetails(input.Amount, input.ExpectedClose ?? context.Today.AddDays(DaysToClose))
        {
            Title = input.Title,
            TitleArabic = input.TitleArabic,
            Stage = input.Stage ?? OpportunityStage.Qualification,
        };
        var opportunity = Opportunity.Open(await db.NextNumberAsync("OPP", 5, cancel), customer, details, context.Owner(), context.Now);
        db.Add(opportunity);
        return OpportunityView.Of(opportunity);
    }
}
