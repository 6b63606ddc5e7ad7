using AgentOS.Domain.Crm;
using static AgentOS.Domain.Tests.Crm.Given;

namespace AgentOS.Domain.Tests.Crm;

public sealed class OpportunityTests
{
    private static readonly OpportunityStage[] OpenStages =
        [OpportunityStage.Qualification, OpportunityStage.NeedsAnalysis, OpportunityStage.Proposal, OpportunityStage.Negotiation];

    public static TheoryData<OpportunityStage, OpportunityStage> OpenPairs()
    {
        var pairs = new TheoryData<OpportunityStage, OpportunityStage>();
        foreach (var from in OpenStages)
        {
            foreach (var to in OpenStages) pairs.Add(from, to);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(OpenPairs))]
    public void MoveTo_OpenStage_GoesForwardAnyNumberOrBackOne(OpportunityStage from, OpportunityStage to)
    {
        var opportunity = Opportunity(stage: from);
        if (to == from)
        {
            Refused("already_in_stage", () => opportunity.MoveTo(to));
        }
        else if (to < from - 1)
        {
            Refused("too_far_back", () => opportunity.MoveTo(to));
            Assert.Equal(from, opportunity.Stage);
        }
        else
        {
            opportunity.MoveTo(to);
            Assert.Equal(to, opportunity.Stage);
            Assert.Equal(to.Probability(), opportunity.Probability);
            Assert.Equal(new OpportunityMoved(from, to, to.Probability()), opportunity.NewEvents[^1]);
        }
    }

    [Theory]
    [InlineData(OpportunityStage.Won)]
    [InlineData(OpportunityStage.Lost)]
    public void MoveTo_ClosedStage_IsRefusedInFavourOfClosing(OpportunityStage stage) =>
        Refused("close_instead", () => Opportunity().MoveTo(stage));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void MoveTo_ClosedOpportunity_IsRefused(bool won)
    {
        var opportunity = Opportunity();
        opportunity.Close(won, null, Now);
        Refused("opportunity_closed", () => opportunity.MoveTo(OpportunityStage.Proposal));
        Refused("opportunity_closed", () => opportunity.Close(!won, null, Now));
    }

    [Theory]
    [InlineData(true, OpportunityStage.Won, 100)]
    [InlineData(false, OpportunityStage.Lost, 0)]
    public void Close_Open_EndsItWithReasonAndTime(bool won, OpportunityStage stage, int probability)
    {
        var opportunity = Opportunity(stage: OpportunityStage.Negotiation);
        opportunity.Close(won, " price ", Now);
        Assert.Equal((stage, probability, "price", Now), (opportunity.Stage, opportunity.Probability, opportunity.CloseReason, opportunity.ClosedAt!.Value));
    }

    [Fact]
    public void Weighted_Negotiation_IsThreeQuartersOfTheAmount() =>
        Assert.Equal(Riyals(7_500), Opportunity(stage: OpportunityStage.Negotiation).Weighted);

    [Theory]
    [InlineData(null, "Globex deal", "صفقة غلوبكس")]
    [InlineData("office coffee", "Globex deal – office coffee", "صفقة غلوبكس – office coffee")]
    [InlineData("Beans for globex", "Beans for globex", "صفقة غلوبكس – Beans for globex")]
    public void Open_AnyTitle_NamesTheCustomer(string? title, string name, string nameArabic)
    {
        var opportunity = Opportunity(title: title);
        Assert.Equal((name, nameArabic), (opportunity.Name, opportunity.NameArabic));
    }

    [Fact]
    public void Open_CustomerWithTheLongestName_StillHasRoomForATitle()
    {
        var opportunity = Opportunity(Customer(new string('g', 150)), title: "beans");
        Assert.EndsWith("beans", opportunity.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_ArchivedCustomer_IsRefused()
    {
        var customer = Customer();
        customer.Become(CustomerStatus.Archived, 0);
        Refused("customer_archived", () => Opportunity(customer));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Open_NothingToGain_IsRefused(int amount) =>
        Refused("amount_not_positive", () => Domain.Crm.Opportunity.Open("OPP-1", Customer(), new OpportunityDetails(Riyals(amount), Today), Sara, Now));

    [Fact]
    public void Open_InAClosedStage_IsRefused() => Refused("close_instead", () => Opportunity(stage: OpportunityStage.Won));
}
