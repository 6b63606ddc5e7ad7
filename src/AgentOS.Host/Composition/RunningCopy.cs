using AgentOS.Domain.Demo;
using AgentOS.Host.Identity;
using AgentOS.Identity;

namespace AgentOS.Host.Composition;

/// <summary>AgentOS without a web server, for a command.</summary>
internal sealed class RunningCopy(ServiceProvider services) : IAsyncDisposable
{
    public static async Task<RunningCopy> StartAsync(HostSettings settings, CancellationToken cancel)
    {
        var services = new ServiceCollection().AddAgentOS(settings).BuildServiceProvider();
        try
        {
            await FirstSteps.TakeAsync(services, settings, Console.Error, cancel);
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }

        return new RunningCopy(services);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public Task<DemoSeeded> SeedAsync(CancellationToken cancel) => FirstSteps.SeedAsync(services, Console.Error, cancel);

    public ValueTask<Principal> OwnerAsync(CancellationToken cancel) => Get<IIdentities>().OwnerAsync(cancel);

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
