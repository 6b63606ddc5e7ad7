using AgentOS.Domain.Crm;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class CustomerToolTests(CrmFixture crm) : IClassFixture<CrmFixture>
{
    [Fact]
    public async Task Create_ThenFind_ByEveryFilterInEitherScript()
    {
        var made = await crm.CallAsync<CustomerView>("customers.create", new
        {
            name = "Blue Bay Hotel",
            nameArabic = "فندق الخليج الأزرق",
            city = "جده",
            segment = "hotel",
            status = "active",
            phone = "012 345 6789",
        });
        Assert.StartsWith("CUST-0", made.Number, StringComparison.Ordinal);
        Assert.Equal(("Jeddah", "جدة", "0123456789"), (made.City, made.CityArabic, made.Phone));

        foreach (var filter in (object[])[
            new { name = "blue BAY" },
            new { name = "الخليج" },
            new { name = "خليج الازرق" },
            new { city = "Jeddah", segment = "hotel" },
            new { city = "جدة", status = "active", mine = true },
        ])
        {
            var found = await crm.CallAsync<CustomerList>("customers.find", filter);
            Assert.Contains(found.Customers, c => c.Id == made.Id);
        }

        Assert.Equal(0, (await crm.CallAsync<CustomerList>("customers.find", new { name = "blue bay", city = "Riyadh" })).Count);
        Assert.Equal(0, (await crm.CallAsync<CustomerList>("customers.find", new { name = "blue bay", mine = true }, CrmFixture.Omar)).Count);
    }

    [Fact]
    public async Task Find_MoreThanShown_CountsThemAll()
    {
        foreach (var number in Enumerable.Range(1, 4)) await crm.CustomerAsync($"Paged Trading {number}");
        var found = await crm.CallAsync<CustomerList>("customers.find", new { name = "paged", limit = 3 });
        Assert.Equal((3, 4, 1), (found.Customers.Count, found.Count, found.More));
    }

    [Fact]
    public async Task Create_CompanyThatIsThere_IsRefused()
    {
        await crm.CustomerAsync("Twice Trading");
        var refusal = await crm.RefusedAsync("customer_exists", "customers.create", new { name = " twice trading " });
        Assert.StartsWith("CUST-", (string)refusal.Details["number"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_TwoPersonsOfOneName_AreBothEntered()
    {
        var one = await crm.CallAsync<CustomerView>("customers.create", new { name = "Huda Al Otaibi", kind = "individual" });
        var other = await crm.CallAsync<CustomerView>("customers.create", new { name = "Huda Al Otaibi", kind = "individual" });
        Assert.NotEqual(one.Number, other.Number);
    }

    [Fact]
    public async Task Update_OneDetail_KeepsTheRest()
    {
        var customer = await crm.CustomerAsync("Moving Trading", new { name = "Moving Trading", email = "info@moving.sa", city = "Riyadh" });
        var view = await crm.CallAsync<CustomerView>("customers.update", new { customer, city = "الدمام" });
        Assert.Equal(("Dammam", "info@moving.sa"), (view.City, view.Email));
    }

    [Fact]
    public async Task Update_Nothing_IsRefused()
    {
        var customer = await crm.CustomerAsync("Still Trading");
        await crm.RefusedAsync("nothing_to_change", "customers.update", new { customer });
    }

    [Fact]
    public async Task Update_ArchiveWithAnOpenDeal_IsRefusedUntilItIsClosed()
    {
        var customer = await crm.CustomerAsync("Parting Trading");
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 5000 });
        await crm.RefusedAsync("customer_has_open_opportunities", "customers.update", new { customer, status = "archived" });

        await crm.CallAsync<OpportunityView>("opportunities.close", new { opportunity = customer, outcome = "lost" });
        var view = await crm.CallAsync<CustomerView>("customers.update", new { customer, status = "archived" });
        Assert.Equal(CustomerStatus.Archived, view.Status);
        Assert.Equal(0, (await crm.CallAsync<CustomerList>("customers.find", new { name = "parting" })).Count);
        Assert.Equal(1, (await crm.CallAsync<CustomerList>("customers.find", new { name = "parting", status = "archived" })).Count);
    }

    [Fact]
    public async Task Contacts_NewPrimary_ComesFirstAndAlone()
    {
        var customer = await crm.CustomerAsync("Peopled Trading");
        await crm.CallAsync<ContactAddedView>("contacts.add", new { customer, name = "Ahmed" });
        await crm.CallAsync<ContactAddedView>("contacts.add", new { customer, name = "Zain", role = "buyer", phone = "٠٥٥١٢٣٤٥٦٧", primary = true });

        var list = await crm.CallAsync<ContactList>("contacts.list", new { customer });
        Assert.Equal([("Zain", true, "0551234567"), ("Ahmed", false, null)], list.Contacts.Select(c => (c.Name, c.Primary, c.Phone)));
        await crm.RefusedAsync("contact_exists", "contacts.add", new { customer, name = "AHMED" });
    }

    [Fact]
    public async Task Show_Customer_GathersWhatIsOpenAndWhatHappenedLast()
    {
        var customer = await crm.CustomerAsync("Known Trading");
        await crm.CallAsync<ContactAddedView>("contacts.add", new { customer, name = "Reem" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 7000, title = "lobby" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer, amount = 9000, title = "rooftop" });
        await crm.CallAsync<OpportunityView>("opportunities.close", new { opportunity = "Known Trading deal – rooftop", outcome = "lost" });
        foreach (var day in (string[])["2026-11-16", "2026-11-17", "2026-11-18", "2026-11-19"])
            await crm.CallAsync<InteractionView>("interactions.log", new { customer, summary = day, kind = "call", occurredOn = day });
        await crm.CallAsync<FollowUpView>("followups.schedule", new { customer, dueDate = "2026-11-24", note = "send prices" });

        var profile = await crm.CallAsync<CustomerProfile>("customers.show", new { customer });
        Assert.Equal("Reem", profile.Contact?.Name);
        Assert.Equal("Known Trading deal – lobby", Assert.Single(profile.Opportunities).Name);
        Assert.Equal(["2026-11-19", "2026-11-18", "2026-11-17"], profile.Interactions.Select(i => i.Summary));
        Assert.Equal("send prices", Assert.Single(profile.FollowUps).Note);
        Assert.Equal(["Customer", "Opportunity", "FollowUp"], profile.Mentions().Select(m => m.Entity));
    }
}
