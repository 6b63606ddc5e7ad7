using AgentOS.Knowledge;
using AgentOS.Knowledge.Answers;
using AgentOS.Knowledge.Documents;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentOS.Host.Composition;

/// <summary>What reads documents, finds passages and answers from them.</summary>
internal static class KnowledgeParts
{
    public static IServiceCollection AddKnowledgeParts(this IServiceCollection services)
    {
        services.TryAddSingleton<IDocumentIntake>(_ => new DocumentIntake(new IntakeOptions()));
        services.AddKnowledge(new KnowledgeOptions());
        return services.AddKnowledgeAnswers();
    }
}
