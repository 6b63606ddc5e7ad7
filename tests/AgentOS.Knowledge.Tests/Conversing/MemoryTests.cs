using AgentOS.Identity;
using AgentOS.Knowledge.Answers;
using AgentOS.Runtime.Turns;
using AgentOS.Turns;

namespace AgentOS.Knowledge.Tests.Conversing;

/// <summary>What people say is found again by them alone, and gone when they want it forgotten.</summary>
public sealed class MemoryTests(Company company) : IClassFixture<Company>
{
    [Fact]
    public async Task Recall_EarlierConversation_IsFoundByItsPersonAlone()
    {
        await SayAsync(Company.Sara, "monday", "the tasting with Sunrise Bakery went badly, they want darker roasts");

        var mine = await company.CallAsync("memory.recall", new { about = "the tasting with Sunrise" });
        var others = await company.CallAsync("memory.recall", new { about = "the tasting with Sunrise" }, Company.Omar);

        Assert.Contains("darker roasts", mine.Said, StringComparison.Ordinal);
        Assert.Equal(0, others.Data!.Value.GetProperty("remembered").GetArrayLength());
    }

    [Fact]
    public async Task Forget_ApprovedInTheConversation_LeavesNothing()
    {
        await SayAsync(Company.Omar, "tuesday", "my daughter plays the oud on Fridays");
        var asked = await SayAsync(Company.Omar, "wednesday", "forget what you know about me");
        Assert.NotNull(asked.Approval);

        await SayAsync(Company.Omar, "wednesday", "yes please");

        Assert.Empty(await KeptAsync(Company.Omar));
        Assert.Equal(0L, await company.Database.ScalarAsync("select count(*) from knowledge.passages where text like '%oud%'"));
        Assert.Equal(0L, await company.Database.ScalarAsync("select count(*) from runtime.events where data::text like '%oud%'"));
        Assert.Equal(0, (await company.CallAsync("memory.recall", new { about = "oud" }, Company.Omar)).Data!.Value.GetProperty("remembered").GetArrayLength());
    }

    [Fact]
    public async Task Say_AfterForgetting_KeepsOnlyWhatIsNew()
    {
        var person = Company.Sara with { UserId = Guid.CreateVersion7(), Name = "Noura" };
        await SayAsync(person, "one", "the old warehouse leaks in winter");
        await SayAsync(person, "one", "forget what you know about me");
        await SayAsync(person, "one", "نعم");
        await SayAsync(person, "one", "the new warehouse is dry");

        var kept = Assert.Single(await KeptAsync(person));

        Assert.Equal(["the new warehouse is dry"], (await company.Store.PassagesAsync(person.Tenant.Id, kept.Id, TestContext.Current.CancellationToken)).Select(p => p.Text));
    }

    [Fact]
    public async Task Open_PassageOfAnotherPersonsMemory_IsRefused()
    {
        await SayAsync(Company.Sara, "private", "the rent of the new hall is a secret");
        var kept = (await KeptAsync(Company.Sara)).First(d => d.Source.StartsWith("private", StringComparison.Ordinal));
        var passage = (await company.Store.PassagesAsync(Company.Sara.Tenant.Id, kept.Id, TestContext.Current.CancellationToken))[0];

        var others = await company.CallAsync("knowledge.open", new { passage = passage.Id.ToString() }, Company.Omar);

        Assert.Equal("not_found", others.Error?.Code);
        Assert.DoesNotContain("secret", others.ToJson().ToString(), StringComparison.Ordinal);
    }

    private Task<TurnResult> SayAsync(Principal person, string conversation, string text) => company.With()
        .Remembering(company.Services, words => Consent.Read(words) != ConsentAnswer.Unclear)
        .SayAsync(new IncomingMessage(person, conversation, text), null, TestContext.Current.CancellationToken);

    private async Task<IReadOnlyList<DocumentInfo>> KeptAsync(Principal person) =>
        [.. (await company.Store.ListAsync(person.Tenant.Id, KnowledgeCollections.Conversations, TestContext.Current.CancellationToken)).Where(d => d.Owner == person.UserId)];
}
