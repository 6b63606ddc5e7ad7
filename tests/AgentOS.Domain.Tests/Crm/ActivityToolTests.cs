using AgentOS.Domain.Crm;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class ActivityToolTests(CrmFixture crm) : IClassFixture<CrmFixture>
{
    [Fact]
    public async Task Log_CallWithAFollowUp_KeepsBoth()
    {
        var customer = await crm.CustomerAsync("Contoso", new { name = "Contoso", nameArabic = "كونتوسو" });
        var logged = await crm.CallAsync<InteractionView>("interactions.log", new
        {
            customer = "كونتوسو",
            kind = "call",
            summary = "they want a discount",
            followUpDate = "2026-11-24",
        });
        Assert.Equal(("Contoso", InteractionKind.Call, CrmFixture.Now), (logged.Customer, logged.Kind, logged.OccurredAt));
        Assert.Equal((new DateOnly(2026, 11, 24), "they want a discount"), (logged.FollowUp!.Due, logged.FollowUp.Note));

        var list = await crm.CallAsync<FollowUpList>("followups.list", new { customer });
        Assert.Equal("Contoso – they want a discount", Assert.Single(list.FollowUps).Name);
        var origin = await crm.Database.ScalarAsync($"select interaction_id from crm.follow_ups where id = '{logged.FollowUp.Id}'");
        Assert.Equal(logged.Id, origin);
    }

    [Fact]
    public async Task Log_FollowUpInThePast_KeepsNeither()
    {
        var customer = await crm.CustomerAsync("Late Trading");
        await crm.RefusedAsync("due_in_past", "interactions.log", new { customer, summary = "hello", followUpDate = "2026-11-20" });
        Assert.Equal(0, (await crm.CallAsync<InteractionList>("interactions.list", new { customer })).Count);
    }

    [Fact]
    public async Task List_Interactions_LatestFirstByKindAndDay()
    {
        var customer = await crm.CustomerAsync("Chatty Trading");
        await crm.CallAsync<InteractionView>("interactions.log", new { customer, summary = "old", kind = "call", occurredOn = "2026-11-14" });
        await crm.CallAsync<InteractionView>("interactions.log", new { customer, summary = "visit", kind = "meeting", occurredOn = "2026-11-16" });
        await crm.CallAsync<InteractionView>("interactions.log", new { customer, summary = "new", kind = "call" });

        Assert.Equal(["new", "visit", "old"], (await crm.CallAsync<InteractionList>("interactions.list", new { customer })).Interactions.Select(i => i.Summary));
        Assert.Equal(["new", "old"], (await crm.CallAsync<InteractionList>("interactions.list", new { customer, kind = "call" })).Interactions.Select(i => i.Summary));
        Assert.Equal(["new", "visit"], (await crm.CallAsync<InteractionList>("interactions.list", new { customer, since = "2026-11-15" })).Interactions.Select(i => i.Summary));
    }

    [Fact]
    public async Task FollowUps_DueWindows_FollowTheTenantsDaysAndWeeks()
    {
        var customer = await crm.CustomerAsync("Planned Trading");
        var late = await crm.CallAsync<FollowUpView>("followups.schedule", new { customer, dueDate = "2026-11-21", note = "late" });
        foreach (var (due, note) in ((string, string)[])[("2026-11-21", "today"), ("2026-11-22", "tomorrow"), ("2026-11-28", "saturday"), ("2026-11-29", "later")])
            await crm.CallAsync<FollowUpView>("followups.schedule", new { customer, dueDate = due, note });
        await crm.Database.ScalarAsync($"update crm.follow_ups set due = '2026-11-20' where id = '{late.Id}'");

        Assert.Equal(["late"], await NotesAsync("overdue"));
        Assert.Equal(["today"], await NotesAsync("today"));
        Assert.Equal(["tomorrow"], await NotesAsync("tomorrow"));
        Assert.Equal(["late", "today"], await NotesAsync("this_week"));
        Assert.Equal(["tomorrow", "saturday"], await NotesAsync("next_week"));
        Assert.Equal(1, (await crm.CallAsync<FollowUpList>("followups.list", new { customer, due = "today" })).Overdue);

        async Task<IEnumerable<string?>> NotesAsync(string due) =>
            (await crm.CallAsync<FollowUpList>("followups.list", new { customer, due, mine = true })).FollowUps.Select(f => f.Note);
    }

    [Fact]
    public async Task Complete_FollowUpSaidByItsCustomer_IsDone()
    {
        var customer = await crm.CustomerAsync("Finished Trading");
        await crm.CallAsync<FollowUpView>("followups.schedule", new { customer, dueDate = "2026-11-25", note = "send samples" });
        var done = await crm.CallAsync<FollowUpView>("followups.complete", new { followUp = customer });
        Assert.Equal(FollowUpStatus.Done, done.Status);
        Assert.Equal(0, (await crm.CallAsync<FollowUpList>("followups.list", new { customer })).Count);
        await crm.RefusedAsync("follow_up_done", "followups.complete", new { followUp = done.Number });
    }

    [Fact]
    public async Task Schedule_AboutAnotherCustomersDeal_IsRefused()
    {
        var customer = await crm.CustomerAsync("Owning Trading");
        var other = await crm.CustomerAsync("Borrowing Trading");
        var deal = await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 1000 });
        await crm.RefusedAsync("opportunity_of_another_customer", "followups.schedule", new { customer = other, dueDate = "2026-11-25", opportunity = deal.Number });
    }
}
