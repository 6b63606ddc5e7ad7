using AgentOS.Domain.Crm;
using static AgentOS.Domain.Tests.Crm.Given;

namespace AgentOS.Domain.Tests.Crm;

public sealed class ActivityTests
{
    [Fact]
    public void Log_InTheFuture_IsRefused() =>
        Refused("in_future", () => Interaction.Log(Customer(), null, new InteractionDetails(InteractionKind.Call, "hello", Now.AddMinutes(1)), Sara, Now));

    [Fact]
    public void Log_WithoutASummary_IsRefused() =>
        Refused("text_required", () => Interaction.Log(Customer(), null, new InteractionDetails(InteractionKind.Call, " ", Now), Sara, Now));

    [Fact]
    public void Log_AboutAnotherCustomersDeal_IsRefused() =>
        Refused("opportunity_of_another_customer", () =>
            Interaction.Log(Customer("Contoso"), Opportunity(), new InteractionDetails(InteractionKind.Call, "hello", Now), Sara, Now));

    [Fact]
    public void Schedule_Yesterday_IsRefused() => Refused("due_in_past", () => Schedule(Today.AddDays(-1)));

    [Fact]
    public void Schedule_Today_IsNamedAfterTheCustomer()
    {
        var followUp = Schedule(Today, "send the offer");
        Assert.Equal(("Globex – send the offer", "غلوبكس – send the offer"), (followUp.Name, followUp.NameArabic));
    }

    [Fact]
    public void Schedule_LongNote_KeepsTheNoteWholeAndTheNameShort()
    {
        var note = new string('n', 1_000);
        var followUp = Schedule(Today, note);
        Assert.Equal((note, 200), (followUp.Note, followUp.Name.Length));
    }

    [Fact]
    public void Complete_Twice_IsRefused()
    {
        var followUp = Schedule(Today);
        followUp.Complete(Now);
        Assert.Equal((FollowUpStatus.Done, Now), (followUp.Status, followUp.DoneAt!.Value));
        Refused("follow_up_done", () => followUp.Complete(Now));
    }

    private static FollowUp Schedule(DateOnly due, string? note = null) =>
        FollowUp.Schedule("FUP-00001", Customer(), new FollowUpDetails(due, note), Sara, Today, Now);
}
