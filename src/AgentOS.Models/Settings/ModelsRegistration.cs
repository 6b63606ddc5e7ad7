using AgentOS.Models.Fallback;
using AgentOS.Models.Prices;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Models.Settings;

/// <summary>Registers the models.</summary>
public static class ModelsRegistration
{
    /// <summary>Adds one <see cref="IChatClient"/>, the chain that the settings name, and <see cref="ModelPrices"/>.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">The settings; wrong ones throw here, so that the start stops with what to mend.</param>
    /// <param name="embedded">Makes the model that runs in this process.</param>
    /// <exception cref="ModelSettingException">A setting is wrong.</exception>
    public static IServiceCollection AddModels(this IServiceCollection services, ModelsOptions options, Func<IServiceProvider, IChatClient> embedded)
    {
        ModelFactory.Check(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(new ModelPrices(options.Prices));
        services.AddSingleton(provider => ModelFactory.Create(
            options,
            () => embedded(provider),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<ILogger<FallbackChatClient>>() ?? NullLogger<FallbackChatClient>.Instance));
        return services;
    }
}
