using AgentOS.Host.Lending;
using AgentOS.Postgres;

namespace AgentOS.Host.Composition;

/// <summary>What must have happened before the first call: the database is open and up to date.</summary>
internal static class FirstSteps
{
    public static async Task TakeAsync(IServiceProvider services, HostSettings settings, TextWriter progress, CancellationToken cancel)
    {
        Web.SignIn.PrivateFolder.Create(settings.Home);
        var opening = services.GetRequiredService<PostgresDatabase>().OpenAsync(cancel);
        if (!opening.IsCompleted && settings.ConnectionString is null && !Directory.Exists(Path.Combine(settings.Home, "postgres")))
            await progress.WriteLineAsync("Setting up the database…");
        await opening;
        await services.GetRequiredService<LentTools>().ConnectAsync(cancel);
    }
}
