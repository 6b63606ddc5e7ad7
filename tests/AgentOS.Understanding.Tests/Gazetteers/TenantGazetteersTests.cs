using AgentOS.Data;
using AgentOS.Understanding.Gazetteers;

namespace AgentOS.Understanding.Tests.Gazetteers;

public sealed class TenantGazetteersTests
{
    private static readonly Guid Ours = Guid.CreateVersion7();
    private static readonly Guid Theirs = Guid.CreateVersion7();
    private readonly ListedNames source = new();
    private readonly TenantGazetteers gazetteers;

    public TenantGazetteersTests() => gazetteers = new TenantGazetteers(source, TimeProvider.System, new UnderstandingOptions { PatienceForNames = TimeSpan.FromMinutes(1) });

    [Fact]
    public async Task Of_ANameAddedAMomentAgo_IsFoundByTheNextUtterance()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        Assert.Empty(await SaidAsync(Ours, "order for zamzam"));

        source.Set(Ours, Najd.Customer(2, "Zamzam Bakery"));

        Assert.Equal(["zamzm bakery → Zamzam Bakery"], await SaidAsync(Ours, "order for zamzm bakery"));
        Assert.Equal(["contoso → Contoso"], await SaidAsync(Ours, "order for contoso"));
        Assert.Equal(1, source.Whole);
    }

    [Fact]
    public async Task Of_ANameThatIsGone_IsNotFound()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"), Najd.Customer(2, "Globex"));
        Assert.NotEmpty(await SaidAsync(Ours, "order for contoso"));

        source.Set(Ours, new NamedRecord("Customer", Najd.Id(1, 1), []));

        Assert.Empty(await SaidAsync(Ours, "order for contoso"));
        Assert.NotEmpty(await SaidAsync(Ours, "order for globex"));
    }

    [Fact]
    public async Task Of_ARecordRenamed_IsFoundByItsNewNameOnly()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        Assert.NotEmpty(await SaidAsync(Ours, "contoso"));

        source.Set(Ours, Najd.Customer(1, "Fabrikam"));

        Assert.Empty(await SaidAsync(Ours, "contoso"));
        Assert.Equal(["fabrikam → Fabrikam"], await SaidAsync(Ours, "fabrikam"));
    }

    [Fact]
    public async Task Of_ChangesForgottenByTheSource_ReadsAllNamesAnew()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"), Najd.Customer(2, "Globex"));
        Assert.NotEmpty(await SaidAsync(Ours, "contoso"));

        source.Set(Ours, new NamedRecord("Customer", Najd.Id(1, 1), []), Najd.Customer(3, "Northwind"));
        source.Remembered = 4;

        Assert.Empty(await SaidAsync(Ours, "contoso"));
        Assert.NotEmpty(await SaidAsync(Ours, "globex"));
        Assert.NotEmpty(await SaidAsync(Ours, "northwind"));
        Assert.Equal(2, source.Whole);
    }

    [Fact]
    public async Task Of_AnotherTenant_SeesNoneOfOurNames()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        source.Set(Theirs, Najd.Customer(2, "Globex"));

        Assert.NotEmpty(await SaidAsync(Ours, "contoso"));
        Assert.Empty(await SaidAsync(Theirs, "contoso"));
        Assert.NotEmpty(await SaidAsync(Theirs, "globex"));
        Assert.Empty(await SaidAsync(Ours, "globex"));
    }

    [Fact]
    public async Task Of_ManyChanges_AreSettledAndStillFound()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"), Najd.Customer(2, "Globex"));
        var names = await TenantNames.LoadAsync(source, Ours);
        source.Set(Ours, [.. Enumerable.Range(10, 3_000).Select(i => Najd.Customer(i, $"Branch {i}")), Najd.Customer(1, "Fabrikam")]);

        var before = await names.RefreshAsync(source, Ours, CancellationToken.None);
        await names.Settling;
        source.Set(Ours, Najd.Customer(5_000, "Northwind"));
        var after = await names.RefreshAsync(source, Ours, CancellationToken.None);

        foreach (var state in (Gazetteer[])[before, after])
        {
            Assert.Equal(["fabrikam → Fabrikam"], Najd.Said("fabrikam", state));
            Assert.Equal(["globex → Globex"], Najd.Said("globex", state));
            Assert.Contains("branch 1234 → Branch 1234", Najd.Said("branch 1234", state));
            Assert.Empty(Najd.Said("contoso", state));
        }

        Assert.Equal(["northwind → Northwind"], Najd.Said("northwind", after));
    }

    [Fact]
    public async Task Of_NamesStillBeingRead_AnswersWithoutThem()
    {
        var reading = new TaskCompletionSource();
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        source.Before = () => reading.Task;
        var impatient = new TenantGazetteers(source, TimeProvider.System, new UnderstandingOptions { PatienceForNames = TimeSpan.FromMilliseconds(1) });

        Assert.Equal(0, (await impatient.OfAsync(Ours, CancellationToken.None)).Count);
        reading.SetResult();
    }

    [Fact]
    public async Task Of_SourceFails_FailsAndTriesAgain()
    {
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        source.Before = () => throw new DatabaseUnavailableException("gone");
        await Assert.ThrowsAsync<DatabaseUnavailableException>(async () => await gazetteers.OfAsync(Ours, CancellationToken.None));

        source.Before = null;

        Assert.NotEmpty(await SaidAsync(Ours, "contoso"));
    }

    [Fact]
    public async Task Of_MoreNamesThanAreKept_LetsGoOfTheTenantThatSpokeFirst()
    {
        var few = new TenantGazetteers(source, TimeProvider.System, new UnderstandingOptions { MostNames = 1, PatienceForNames = TimeSpan.FromMinutes(1) });
        source.Set(Ours, Najd.Customer(1, "Contoso"));
        source.Set(Theirs, Najd.Customer(2, "Globex"));

        await few.OfAsync(Ours, CancellationToken.None);
        await few.OfAsync(Theirs, CancellationToken.None);
        await few.OfAsync(Theirs, CancellationToken.None);
        await few.OfAsync(Ours, CancellationToken.None);

        Assert.Equal(3, source.Whole);
    }

    private async Task<IReadOnlyList<string>> SaidAsync(Guid tenant, string text) => Najd.Said(text, await gazetteers.OfAsync(tenant, CancellationToken.None));
}
