using AgentOS.Knowledge.Answers.Checking;
using AgentOS.Knowledge.Memory;
using AgentOS.Turns;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace AgentOS.Knowledge.Answers;

/// <summary>Registers what answers from knowledge, and what remembers.</summary>
public static class AnswersRegistration
{
    private static readonly HashSet<string> Quoting = ["KnowledgeAnswerView", "PassageView", "MemoryView"];

    /// <summary>Adds <see cref="IKnowledgeAnswers"/>. An <see cref="IKnowledgeSearch"/> must be registered.</summary>
    public static IServiceCollection AddKnowledgeAnswers(this IServiceCollection services)
    {
        services.TryAddSingleton<IKnowledgeAnswers>(provider => new KnowledgeAnswers(provider.GetRequiredService<IKnowledgeSearch>()));
        return services;
    }

    /// <summary>Lets conversations be remembered for each person alone.</summary>
    /// <param name="conversations">The conversations.</param>
    /// <param name="provider">Has an <see cref="IKnowledgeStore"/>.</param>
    /// <param name="isAnswer">Whether a text only answers a question whether to go on.</param>
    public static IConversations Remembering(this IConversations conversations, IServiceProvider provider, Predicate<string> isAnswer) => new RememberingConversations(
        conversations,
        new ConversationMemory(provider.GetRequiredService<IKnowledgeStore>(), provider.GetRequiredService<TimeProvider>()),
        isAnswer,
        provider.GetRequiredService<ILogger<RememberingConversations>>());

    /// <summary>Lets a language model's answers from documents be checked against them.</summary>
    public static IChatClient Supported(this IChatClient model) => new SupportedChatClient(model, Quoting);
}
