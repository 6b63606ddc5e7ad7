using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Memory;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Knowledge.Search;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge;

/// <summary>Registers what finds and adds knowledge.</summary>
public static class KnowledgeRegistration
{
    /// <summary>
    /// Adds <see cref="IKnowledgeSearch"/> and <see cref="KnowledgeIntake"/>. An <see cref="IKnowledgeStore"/> must be registered; an
    /// <c>IEmbeddingGenerator&lt;string, Embedding&lt;float&gt;&gt;</c> is used where there is one.
    /// </summary>
    public static IServiceCollection AddKnowledge(this IServiceCollection services, KnowledgeOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(options);
        services.TryAddSingleton<IPassageIndex>(_ => new MemoryPassageIndex());
        services.TryAddSingleton(provider => new PassageVectors(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>()));
        services.TryAddSingleton<IKnowledgeSearch>(provider => new KnowledgeSearch(
            Follower(provider, provider.GetRequiredService<IPassageIndex>()),
            nearer: null,
            provider.GetRequiredService<PassageVectors>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<KnowledgeSearch>>()));
        services.TryAddSingleton(provider => new KnowledgeIntake(
            provider.GetRequiredService<IKnowledgeStore>(), provider.GetRequiredService<IDocumentIntake>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    private static IndexFollower Follower(IServiceProvider provider, IPassageIndex index) => new(
        index,
        provider.GetRequiredService<IKnowledgeStore>(),
        provider.GetRequiredService<PassageVectors>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<IndexFollower>>());
}
