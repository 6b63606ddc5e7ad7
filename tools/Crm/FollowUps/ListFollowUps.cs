using System.ComponentModel;
using AgentOS.Domain;
using AgentOS.Domain.Crm;
using Microsoft.EntityFrameworkCore;

namespace AgentOS.Tools.Crm;

/// <summary>Lists open follow-ups.</summary>
[Tool("followups.list", Effect.Read), Route("GET /api/v1/follow-ups"), Permission("followups:read")]
[Description("Lists open follow-ups (reminders, tasks with customers), soonest first: all, or those overdue, due today, tomorrow, this week or next week; optionally of a customer or only the speaker's own.")]
public sealed class ListFollowUps(Database db) : ITool<ListFollowUps.Input, FollowUpList>
{
    /// <summary>Which follow-ups.</summary>
    public sealed record Input(
        [Description("When they are due; all open ones if not said")] FollowUpDue? Due = null,
        [Description("Only those of this customer")] Ref<Customer>? Customer = null,
        [Description("Only those that the speaker is to do")] bool? Mine = null,
        [Description("How many to show, 1 to 100; 10 if not said")] int? Limit = null);

    /// <inheritdoc/>
    public async ValueTask<FollowUpList> RunAsync(Input input, ToolContext context, CancellationToken cancel)
    {
        var open = db.Set<FollowUp>().AsNoTracking().Where(f => f.Status == FollowUpStatus.Open);
        if (input.Customer?.Id is { } customer) open = open.Where(f => f.CustomerId == customer);
        if (input.Mine == true)
        {
            var user = context.Principal.UserId;
            open = open.Where(f => f.OwnerId == user);
        }

        var overdue = 0;
        if (input.Due is { } due)
        {
            var (from, to) = DueDays.Of(due, context.Today, context.Principal.Tenant.WeekStart);
            var today = context.Today;
            if (due != FollowUpDue.Overdue) overdue = await open.CountAsync(f => f.Due < from && f.Due < today, cancel);
            open = open.Where(f => f.Due >= from && f.Due <= to);
        }

        var count = await open.CountAsync(cancel);
        var shown = await open.OrderBy(f => f.Due).ThenBy(f => f.Number).Take(Shown.Of(input.Limit)).ToListAsync(cancel);
        return new FollowUpList([.. shown.Select(f => FollowUpView.Of(f, context.Today))], count, input.Due, overdue);
    }
}
