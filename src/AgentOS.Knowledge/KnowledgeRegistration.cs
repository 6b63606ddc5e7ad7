using AgentOS.Knowledge.Documents;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Knowledge.Index;
using AgentOS.Knowledge.Index.Embedded;
using AgentOS.Knowledge.Index.Qdrant;
using AgentOS.Knowledge.Ingestion;
using AgentOS.Knowledge.Ranking;
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
        services.TryAddSingleton<IDocumentIntake>(_ => new DocumentIntake(new IntakeOptions()));
        services.TryAddSingleton(provider => new PassageVectors(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>()));
        services.TryAddSingleton(provider => new KnowledgeIndexes(
            OpenEmbedded(options.Folder, provider.GetRequiredService<ILoggerFactory>(), Space(provider)),
            options.Qdrant.Url is null ? null : OpenQdrant(provider, options.Qdrant)));
        services.TryAddSingleton<IKnowledgeSearch>(provider => new KnowledgeSearch(
            Follower(provider, provider.GetRequiredService<KnowledgeIndexes>().First),
            provider.GetRequiredService<KnowledgeIndexes>().Nearer is { } nearer ? Follower(provider, nearer) : null,
            provider.GetRequiredService<PassageVectors>(),
            options,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<KnowledgeSearch>>()));
        services.TryAddSingleton(provider => new KnowledgeIntake(
            provider.GetRequiredService<IKnowledgeStore>(), provider.GetRequiredService<IDocumentIntake>(), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>Opens the embedded index in a folder.</summary>
    internal static IPassageIndex OpenEmbedded(string folder, ILoggerFactory logs, EmbeddingSpace? space = null)
    {
        var settings = RankingSettings.Default;
        var options = new EmbeddedIndexOptions { Folder = folder, Vectors = space?.ToString() ?? "" };
        return new PartwiseIndex(new EmbeddedIndex(options, new StemAnalysis(settings), new CloseLook(settings), logs.CreateLogger<EmbeddedIndex>()), settings);
    }

    private static QdrantPassageIndex OpenQdrant(IServiceProvider provider, QdrantOptions options)
    {
        var settings = RankingSettings.Default;
        return new QdrantPassageIndex(options, Space(provider), new StemAnalysis(settings), new CloseLook(settings), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<QdrantPassageIndex>>());
    }

    private static EmbeddingSpace? Space(IServiceProvider provider) => provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>() is { } generator ? EmbeddingSpace.Of(generator) : null;

    private static IndexFollower Follower(IServiceProvider provider, IPassageIndex index) => new(
        index,
        provider.GetRequiredService<IKnowledgeStore>(),
        provider.GetRequiredService<PassageVectors>(),
        provider.GetRequiredService<TimeProvider>(),
        provider.GetRequiredService<ILogger<IndexFollower>>());
}
