using AgentOS.Domain.Demo;
using AgentOS.Host.Identity;
using AgentOS.Identity;

namespace AgentOS.Host.Composition;

/// <summary>AgentOS without a web server, for a command.</summary>
internal sealed class RunningCopy(ServiceProvider services) : IAsyncDisposable
{
    /// <param name="settings">This copy's settings.</param>
    /// <param name="cancel">Ends the start.</param>
    /// <param name="converses">Whether the embedded model will be spoken to, and is to be read or learnt meanwhile.</param>
    /// <param name="clock">What time it is by; <see langword="null"/> for the machine's.</param>
    public static async Task<RunningCopy> StartAsync(HostSettings settings, CancellationToken cancel, bool converses = false, TimeProvider? clock = null)
    {
        var services = new ServiceCollection().AddSingleton(clock ?? TimeProvider.System).AddAgentOS(settings).BuildServiceProvider();
        try
        {
            await FirstSteps.TakeAsync(services, settings, converses, Console.Error, cancel);
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
