using AgentOS.Tools;
using AgentOS.Tools.Crm;

namespace AgentOS.Domain.Tests.Crm;

public sealed class UndoTests(CrmFixture crm) : IClassFixture<CrmFixture>, IAsyncLifetime
{
    private static readonly Dictionary<string, object> Writes = new()
    {
        ["customers.create"] = new { name = "New Trading", city = "Riyadh" },
        ["customers.update"] = new { customer = "Globex", phone = "0559999999", status = "active" },
        ["contacts.add"] = new { customer = "Globex", name = "Omar", primary = true },
        ["leads.create"] = new { name = "New Lead", budget = 100 },
        ["leads.contacted"] = new { lead = "Fresh" },
        ["leads.qualify"] = new { lead = "Fresh", budget = 9000 },
        ["leads.convert"] = new { lead = "Ready" },
        ["leads.lose"] = new { lead = "Fresh", reason = "price" },
        ["opportunities.create"] = new { customer = "Globex", amount = 3000, title = "beans" },
        ["opportunities.move"] = new { opportunity = "Globex", stage = "negotiation" },
        ["opportunities.close"] = new { opportunity = "Globex", outcome = "won", reason = "tasting" },
        ["interactions.log"] = new { customer = "Globex", summary = "they want a discount", kind = "call", followUpDate = "2026-11-24" },
        ["followups.schedule"] = new { customer = "Globex", dueDate = "2026-11-25", note = "call" },
        ["followups.complete"] = new { followUp = "FUP-00001" },
    };

    public static TheoryData<string> Tools() => [.. Writes.Keys];

    public async ValueTask InitializeAsync()
    {
        if ((await crm.CallAsync<CustomerList>("customers.find", new { })).Count > 0) return;
        await crm.CustomerAsync("Globex");
        await crm.CallAsync<ContactAddedView>("contacts.add", new { customer = "Globex", name = "Mary" });
        await crm.CallAsync<OpportunityView>("opportunities.create", new { customer = "Globex", amount = 5000 });
        await crm.CallAsync<FollowUpView>("followups.schedule", new { customer = "Globex", dueDate = "2026-11-24", note = "send prices" });
        await crm.CallAsync<LeadView>("leads.create", new { name = "Fresh" });
        await crm.CallAsync<LeadView>("leads.create", new { name = "Ready", company = "Ready Offices" });
        await crm.CallAsync<LeadView>("leads.qualify", new { lead = "Ready", budget = 7000 });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public void Writes_OfTheCrm_AreAllTried() =>
        Assert.Equal(
            CrmFixture.Catalog.All.Where(t => t.Effect != Effect.Read).Select(t => t.Name),
            Writes.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Tools))]
    public async Task Undo_AnyWrite_LeavesTheRowsAsTheyWere(string tool)
    {
        var before = await crm.SnapshotAsync();
        await crm.CallAsync<object>(tool, Writes[tool], conversation: tool);
        Assert.NotEqual(before, await crm.SnapshotAsync());

        await crm.UndoAsync(tool);
        Assert.Equal(before, await crm.SnapshotAsync());
    }
}
