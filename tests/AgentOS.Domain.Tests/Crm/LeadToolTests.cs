using AgentOS.Domain.Crm;
using AgentOS.Tools;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class LeadToolTests(CrmFixture crm) : IClassFixture<CrmFixture>
{
    [Fact]
    public async Task List_OpenLeads_ComeByScoreAndLeaveClosedOnesOut()
    {
        await crm.CallAsync<LeadView>("leads.create", new { name = "Warm", city = "Abha", source = "referral", phone = "0551234567" });
        await crm.CallAsync<LeadView>("leads.create", new { name = "Cold", city = "أبها" });
        await crm.CallAsync<LeadView>("leads.create", new { name = "Gone", city = "ابها" });
        await crm.CallAsync<LeadView>("leads.lose", new { lead = "Gone", reason = "moved" });

        var open = await crm.CallAsync<LeadList>("leads.list", new { city = "Abha" });
        Assert.Equal(["Warm", "Cold"], open.Leads.Select(l => l.Name));
        var lost = await crm.CallAsync<LeadList>("leads.list", new { city = "Abha", status = "unqualified" });
        Assert.Equal(("Gone", "moved"), (Assert.Single(lost.Leads).Name, lost.Leads[0].LostReason));
    }

    [Fact]
    public async Task Convert_LeadOfACompany_MakesCustomerContactAndOpportunity()
    {
        await crm.CallAsync<LeadView>("leads.create", new { name = "Mona Saleh", company = "Sky Hotels", phone = "0557778899", city = "Jeddah", source = "exhibition" });
        await crm.RefusedAsync("lead_not_qualified", "leads.convert", new { lead = "Mona Saleh" });
        await crm.CallAsync<LeadView>("leads.contacted", new { lead = "Mona Saleh" });
        await crm.CallAsync<LeadView>("leads.qualify", new { lead = "Sky Hotels", budget = 60000 });

        var converted = await crm.CallAsync<ConvertedLead>("leads.convert", new { lead = "Mona Saleh", title = "rooftop bar" });
        Assert.Equal((LeadStatus.Converted, "Sky Hotels", "Jeddah"), (converted.Lead.Status, converted.Customer.Name, converted.Customer.City));
        Assert.Equal(("Sky Hotels deal – rooftop bar", new Money(60000, "SAR")), (converted.Opportunity.Name, converted.Opportunity.Amount));
        Assert.Equal(new DateOnly(2026, 12, 21), converted.Opportunity.ExpectedClose);

        var contacts = await crm.CallAsync<ContactList>("contacts.list", new { customer = "Sky Hotels" });
        Assert.Equal(("Mona Saleh", true), (Assert.Single(contacts.Contacts).Name, contacts.Contacts[0].Primary));
        await crm.RefusedAsync("lead_closed", "leads.qualify", new { lead = "Mona Saleh", budget = 1 });
    }

    [Fact]
    public async Task Convert_IntoAKnownCustomer_AddsOnlyTheOpportunity()
    {
        var customer = await crm.CustomerAsync("Contoso", new { name = "Contoso", nameArabic = "كونتوسو" });
        await crm.CallAsync<LeadView>("leads.create", new { name = "Basma" });
        await crm.CallAsync<LeadView>("leads.qualify", new { lead = "Basma" });
        await crm.RefusedAsync("amount_needed", "leads.convert", new { lead = "Basma" });

        var converted = await crm.CallAsync<ConvertedLead>("leads.convert", new { lead = "Basma", amount = "12,000 SAR", customer = "كونتوسو" });
        Assert.Equal((customer, "صفقة كونتوسو"), (converted.Customer.Name, converted.Opportunity.NameArabic));
    }

    [Fact]
    public async Task Convert_CompanyThatIsACustomerAlready_IsRefused()
    {
        await crm.CustomerAsync("Acme Offices");
        await crm.CallAsync<LeadView>("leads.create", new { name = "James Brown", company = "Acme Offices" });
        await crm.CallAsync<LeadView>("leads.qualify", new { lead = "James Brown", budget = 5000 });
        await crm.RefusedAsync("customer_exists", "leads.convert", new { lead = "James Brown" });
    }

    [Fact]
    public async Task Qualify_Lead_IsInTheEventLogWithItsBudget()
    {
        var lead = await crm.CallAsync<LeadView>("leads.create", new { name = "Logged Lead" });
        await crm.CallAsync<LeadView>("leads.qualify", new { lead = lead.Number, budget = 4000 });
        var found = await crm.Database.ScalarAsync($"select string_agg(type || ' ' || version, ', ' order by version) from runtime.events where aggregate = '{lead.Id}'");
        Assert.Equal("LeadCreated 1, LeadQualified 2", found);
    }
}
