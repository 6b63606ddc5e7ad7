using AgentOS.Knowledge;
using AgentOS.Knowledge.Answers;
using AgentOS.Knowledge.Embeddings;
using AgentOS.Models.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace AgentOS.Host.Composition;

/// <summary>What reads documents, finds passages and answers from them.</summary>
internal static class KnowledgeParts
{
    public static IServiceCollection AddKnowledgeParts(this IServiceCollection services, HostSettings settings)
    {
        if (EmbeddingFactory.Create(settings.Embeddings, TimeProvider.System) is { } provider)
        {
            var options = new EmbeddingOptions { Folder = Path.Combine(settings.Home, "embeddings") };
            services.AddSingleton(parts => KnowledgeEmbeddings.Over(provider, options, parts.GetRequiredService<TimeProvider>(), parts.GetService<ILoggerFactory>()?.CreateLogger("AgentOS.Knowledge.Embeddings") ?? NullLogger.Instance));
        }

        services.AddKnowledge(new KnowledgeOptions { Folder = Path.Combine(settings.Home, "knowledge"), Qdrant = settings.Qdrant });
        services.AddSingleton<DemoKnowledge>();
        return services.AddKnowledgeAnswers();
    }
}
