using AgentOS.Domain;
using AgentOS.Runtime.Catalog;
using AgentOS.Runtime.Loop;
using AgentOS.Runtime.Pipeline;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Airline.Replay;

/// <summary>The airline as a product built on AgentOS: module, tools, one agent, and the recorded model to think for it.</summary>
internal static class AirlineServices
{
    /// <summary>Everything but the database.</summary>
    public static void AddAirline(this IServiceCollection services)
    {
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new RecordedTime());
        services.AddSingleton<IModule, AirlineModule>();
        services.AddSingleton<IToolCatalog>(ToolCatalog.FromAssemblies(typeof(BookReservation).Assembly));
        services.AddSingleton<IPresenter, JsonPresenter>();
        services.AddSingleton<IToolPipeline, ToolPipeline>();
    }

    /// <summary>The runtime's way in, with the recorded model.</summary>
    public static Conversations Conversations(this IServiceProvider services, ReplayModel model, RepeatedWrite repeated) => new(
        services.GetRequiredService<IJournal>(),
        services.GetRequiredService<IToolPipeline>(),
        services.GetRequiredService<IApprovals>(),
        new OneAgent(model, services.GetRequiredService<IToolCatalog>(), repeated),
        services.GetRequiredService<TimeProvider>(),
        NullLogger<Conversations>.Instance);
}
