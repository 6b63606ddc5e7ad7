using AgentOS.Domain.Crm;
using AgentOS.Tools;

namespace AgentOS.Domain.Tests.Crm;

/// <summary>Records to try the rules on.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateOnly Today = new(2026, 11, 21);
    public static readonly Owner Sara = new(Guid.CreateVersion7(), "Sara");

    public static Money Riyals(decimal amount) => new(amount, "SAR");

    public static Customer Customer(string name = "Globex", CustomerStatus status = CustomerStatus.Prospect, string? nameArabic = "غلوبكس") =>
        Domain.Crm.Customer.Create("CUST-00001", new NewCustomer(name) { NameArabic = nameArabic, Status = status }, Sara, Now);

    public static Opportunity Opportunity(Customer? customer = null, OpportunityStage stage = OpportunityStage.Qualification, string? title = null) =>
        Domain.Crm.Opportunity.Open(
            "OPP-00001",
            customer ?? Customer(),
            new OpportunityDetails(Riyals(10_000), Today.AddDays(30)) { Stage = stage, Title = title },
            Sara,
            Now);

    public static Lead Lead(Func<LeadDetails, LeadDetails>? with = null)
    {
        var details = new LeadDetails("Huda");
        return Domain.Crm.Lead.Create("LEAD-00001", with?.Invoke(details) ?? details, Sara, Now);
    }

    public static Lead QualifiedLead(Func<LeadDetails, LeadDetails>? with = null)
    {
        var lead = Lead(with);
        lead.Qualify(Riyals(20_000));
        return lead;
    }

    /// <summary>Asserts that a rule refuses with a code.</summary>
    public static ToolException Refused(string code, Action act)
    {
        var refusal = Assert.Throws<ToolException>(act);
        Assert.Equal(code, refusal.Code);
        return refusal;
    }
}
