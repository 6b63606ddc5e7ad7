using AgentOS.Data;
using AgentOS.Domain.Demo;
using AgentOS.Host.Lending;
using AgentOS.Postgres;
using AgentOS.Postgres.Accounts;
using AgentOS.Understanding;

namespace AgentOS.Host.Composition;

/// <summary>
/// What must have happened before the first call: the database is open and up to date, and somebody can come in; meanwhile, where there
/// will be conversations, the embedded model is read or learnt.
/// </summary>
internal static class FirstSteps
{
    private static readonly TimeSpan Unnoticed = TimeSpan.FromSeconds(1.5);

    public static async Task TakeAsync(IServiceProvider services, HostSettings settings, bool converses, TextWriter progress, CancellationToken cancel)
    {
        Web.SignIn.PrivateFolder.CreatePassable(settings.Home);
        Task learning = converses ? services.GetRequiredService<PendingUnderstanding>().GetAsync(cancel) : Task.CompletedTask;
        await OpenAsync(services.GetRequiredService<PostgresDatabase>(), progress, cancel);

        var accounts = services.GetRequiredService<PostgresAccounts>();
        if (await accounts.FirstAsync(cancel) is null)
        {
            if (settings.Seed) await SeedAsync(services, progress, cancel);
            else await FoundAsync(accounts, cancel);
        }

        if (settings.Seed) await services.GetRequiredService<DemoKnowledge>().AddAsync(progress, cancel);
        await services.GetRequiredService<LentTools>().ConnectAsync(cancel);
        await learning;
    }

    // A warm start is over before it is worth a word.
    private static async Task OpenAsync(PostgresDatabase database, TextWriter progress, CancellationToken cancel)
    {
        var opening = database.OpenAsync(cancel).AsTask();
        if (await Task.WhenAny(opening, Task.Delay(Unnoticed, cancel)) != opening) await progress.WriteLineAsync("Starting the database…");
        await opening;
    }

    public static async Task<DemoSeeded> SeedAsync(IServiceProvider services, TextWriter progress, CancellationToken cancel)
    {
        await progress.WriteLineAsync("Filling in the demo company…");
        return await DemoSeed.RunAsync(services.GetRequiredService<IToolTransactions>(), services.GetRequiredService<TimeProvider>().GetUtcNow(), cancel);
    }

    // The company and its first user, with nothing in the books.
    private static async Task FoundAsync(PostgresAccounts accounts, CancellationToken cancel)
    {
        await accounts.SaveAsync(DemoCompany.Tenant, cancel);
        await accounts.SaveAsync(DemoCompany.Sara, cancel);
    }
}
