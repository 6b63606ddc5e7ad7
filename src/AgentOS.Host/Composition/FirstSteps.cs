using AgentOS.Data;
using AgentOS.Domain.Demo;
using AgentOS.Host.Lending;
using AgentOS.Postgres;
using AgentOS.Postgres.Accounts;

namespace AgentOS.Host.Composition;

/// <summary>What must have happened before the first call: the database is open and up to date, and somebody can come in.</summary>
internal static class FirstSteps
{
    public static async Task TakeAsync(IServiceProvider services, HostSettings settings, TextWriter progress, CancellationToken cancel)
    {
        Web.SignIn.PrivateFolder.Create(settings.Home);
        if (settings.ConnectionString is null && !Directory.Exists(Path.Combine(settings.Home, "postgres")))
            await progress.WriteLineAsync("Setting up the database…");
        await services.GetRequiredService<PostgresDatabase>().OpenAsync(cancel);

        var accounts = services.GetRequiredService<PostgresAccounts>();
        if (await accounts.FirstAsync(cancel) is null)
        {
            if (settings.Seed) await SeedAsync(services, progress, cancel);
            else await FoundAsync(accounts, cancel);
        }

        await services.GetRequiredService<LentTools>().ConnectAsync(cancel);
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
