using AgentOS.Data;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentOS.Understanding;

/// <summary>Registers the embedded model.</summary>
public static class EmbeddedUnderstandingRegistration
{
    /// <summary>
    /// Adds <see cref="EmbeddedChatClient"/>, and <see cref="PendingUnderstanding"/>, which learns from the registered <see cref="IToolCatalog"/>
    /// when it is first asked for. Which <see cref="Microsoft.Extensions.AI.IChatClient"/> answers is the composition root's choice.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="options">How to learn.</param>
    /// <param name="make">Makes the model instead, for instance with <see cref="EmbeddedUnderstanding.Keep"/>; <see langword="null"/> learns at every start.</param>
    public static IServiceCollection AddEmbeddedUnderstanding(this IServiceCollection services, UnderstandingOptions? options = null, Func<IServiceProvider, EmbeddedUnderstanding>? make = null)
    {
        services.TryAddSingleton(provider => new PendingUnderstanding(
            options ?? new UnderstandingOptions(),
            () => make?.Invoke(provider) ?? EmbeddedUnderstanding.Train(provider.GetRequiredService<IToolCatalog>(), options)));
        services.TryAddSingleton(provider => new EmbeddedChatClient(provider.GetRequiredService<PendingUnderstanding>(), provider.GetService<TimeProvider>(), provider.GetService<INameSource>()));
        return services;
    }
}
