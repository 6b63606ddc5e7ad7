using AgentOS.Domain.Crm;
using static AgentOS.Domain.Tests.Crm.Given;

namespace AgentOS.Domain.Tests.Crm;

public sealed class LeadTests
{
    [Fact]
    public void Qualify_NewLead_KeepsTheBudgetAndRaisesTheScore()
    {
        var lead = Lead();
        var before = lead.Score;
        lead.Qualify(Riyals(20_000));
        Assert.Equal((LeadStatus.Qualified, Riyals(20_000)), (lead.Status, lead.Budget));
        Assert.True(lead.Score > before);
        Assert.Equal(new LeadQualified(Riyals(20_000), lead.Score), lead.NewEvents[^1]);
    }

    [Fact]
    public void Qualify_WithoutABudget_KeepsTheOneKnown()
    {
        var lead = Lead(d => d with { Budget = Riyals(5_000) });
        lead.Qualify(null);
        Assert.Equal(Riyals(5_000), lead.Budget);
    }

    [Fact]
    public void Qualify_AgainWithNothingNew_IsRefused()
    {
        var lead = QualifiedLead();
        Refused("lead_already_qualified", () => lead.Qualify(null));
        Refused("lead_already_qualified", () => lead.Qualify(Riyals(20_000)));
    }

    [Fact]
    public void Qualify_AgainWithAnotherBudget_ReplacesIt()
    {
        var lead = QualifiedLead();
        lead.Qualify(Riyals(30_000));
        Assert.Equal(Riyals(30_000), lead.Budget);
    }

    [Fact]
    public void Qualify_WithoutMoney_IsRefusedAndChangesNothing()
    {
        var lead = Lead();
        Refused("amount_not_positive", () => lead.Qualify(Riyals(0)));
        Assert.Equal((LeadStatus.New, null), (lead.Status, lead.Budget));
    }

    [Fact]
    public void Contact_Twice_IsNotedOnce()
    {
        var lead = Lead();
        lead.Contact();
        lead.Contact();
        Assert.Equal(LeadStatus.Contacted, lead.Status);
        Assert.Single(lead.NewEvents.OfType<LeadContacted>());
    }

    [Fact]
    public void Convert_NotQualified_IsRefused()
    {
        var customer = Customer();
        Refused("lead_not_qualified", () => Lead().Convert(customer, Opportunity(customer), Now));
    }

    [Fact]
    public void Convert_Qualified_PointsAtWhatItBecame()
    {
        var (lead, customer) = (QualifiedLead(), Customer());
        var opportunity = Opportunity(customer);
        lead.Convert(customer, opportunity, Now);
        Assert.Equal((LeadStatus.Converted, customer.Id, opportunity.Id), (lead.Status, lead.CustomerId, lead.OpportunityId));
    }

    [Fact]
    public void Convert_OpportunityOfAnotherCustomer_IsRefused()
    {
        var stranger = Opportunity(Customer("Contoso"));
        Refused("opportunity_of_another_customer", () => QualifiedLead().Convert(Customer(), stranger, Now));
    }

    [Fact]
    public void Lose_WithoutAReason_IsRefusedAndChangesNothing()
    {
        var lead = Lead();
        Refused("text_required", () => lead.Lose("  ", Now));
        Assert.Equal(LeadStatus.New, lead.Status);
    }

    [Fact]
    public void Lost_Lead_DoesNothingMore()
    {
        var (lead, customer) = (QualifiedLead(), Customer());
        lead.Lose("too expensive", Now);
        Refused("lead_closed", () => lead.Qualify(null));
        Refused("lead_closed", lead.Contact);
        Refused("lead_closed", () => lead.Lose("again", Now));
        Refused("lead_closed", () => lead.Convert(customer, Opportunity(customer), Now));
    }

    [Theory]
    [InlineData(LeadSource.Other, null, null, 0)]
    [InlineData(LeadSource.Referral, null, null, 20)]
    [InlineData(LeadSource.Website, "0551234567", null, 25)]
    [InlineData(LeadSource.Exhibition, "0551234567", "huda@example.com", 50)]
    public void Score_NewLead_CountsSourceAndWaysToReachIt(LeadSource source, string? phone, string? email, int score) =>
        Assert.Equal(score, Lead(d => d with { Source = source, Phone = phone, Email = email }).Score);

    [Fact]
    public void Score_EverythingKnownAndQualified_IsAHundred()
    {
        var lead = QualifiedLead(d => d with { Source = LeadSource.Referral, Phone = "0551234567", Email = "huda@example.com" });
        Assert.Equal(100, lead.Score);
    }
}
