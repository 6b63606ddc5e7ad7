using AgentOS.Data;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentOS.Understanding;

/// <summary>Registers the embedded model.</summary>
public static class EmbeddedUnderstandingRegistration
{
    /// <summary>
    /// Adds <see cref="EmbeddedUnderstanding"/>, trained on the registered <see cref="IToolCatalog"/> when it is first asked for, and
    /// <see cref="EmbeddedChatClient"/>. Which <see cref="Microsoft.Extensions.AI.IChatClient"/> answers is the composition root's choice.
    /// </summary>
    public static IServiceCollection AddEmbeddedUnderstanding(this IServiceCollection services, UnderstandingOptions? options = null)
    {
        services.TryAddSingleton(provider => EmbeddedUnderstanding.Train(provider.GetRequiredService<IToolCatalog>(), options));
        services.TryAddSingleton(provider => new EmbeddedChatClient(provider.GetRequiredService<EmbeddedUnderstanding>(), provider.GetService<TimeProvider>(), provider.GetService<INameSource>()));
        return services;
    }
}
