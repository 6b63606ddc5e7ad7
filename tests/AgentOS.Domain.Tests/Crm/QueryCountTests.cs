using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class QueryCountTests(CrmFixture crm) : IClassFixture<CrmFixture>
{
    [Theory]
    [InlineData("customers.find", 2)]
    [InlineData("customers.show", 5)]
    [InlineData("contacts.list", 2)]
    [InlineData("leads.list", 2)]
    [InlineData("opportunities.list", 2)]
    [InlineData("opportunities.forecast", 2)]
    [InlineData("interactions.list", 2)]
    [InlineData("followups.list", 2)]
    public async Task Read_ManyRecords_TakesAFixedNumberOfQueries(string tool, int queries)
    {
        var customer = await crm.CustomerAsync($"Counted by {tool}");
        for (var i = 0; i < 4; i++)
        {
            await crm.CallAsync<ContactAddedView>("contacts.add", new { customer, name = $"Contact {i}" });
            await crm.CallAsync<LeadView>("leads.create", new { name = $"Lead {i} of {tool}" });
            await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 1000, title = $"deal {i}" });
            await crm.CallAsync<InteractionView>("interactions.log", new { customer, summary = $"call {i}", followUpDate = "2026-11-24" });
        }

        object arguments = tool is "customers.show" or "contacts.list" ? new { customer } : new { };
        Assert.Equal(queries, await QueryCount.OfAsync(() => crm.CallAsync<object>(tool, arguments)));
    }
}
