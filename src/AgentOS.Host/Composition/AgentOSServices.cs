using AgentOS.Host.Identity;
using AgentOS.Host.Lending;
using AgentOS.Host.Web.Mcp;
using AgentOS.Host.Web.OpenAi;
using AgentOS.Knowledge.Answers;
using AgentOS.Models.Settings;
using AgentOS.Postgres;
using AgentOS.Runtime.Pipeline;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Turns;
using AgentOS.Understanding;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AgentOS.Host.Composition;

/// <summary>The composition root: every part of AgentOS, put together once for all surfaces.</summary>
internal static class AgentOSServices
{
    public static IServiceCollection AddAgentOS(this IServiceCollection services, HostSettings settings)
    {
        services.AddSingleton(settings);
        services.TryAddSingleton(TimeProvider.System);
        services.AddLogging(Logs.Configure);
        var catalog = Parts.Catalog();
        var graph = Parts.Graph(settings, catalog);
        services.AddSingleton<IToolCatalog>(catalog);
        services.AddSingleton<IPresenter>(Parts.Presenter());
        services.AddSingleton(graph);
        services.AddSingleton(new AgentNames([.. graph.All.Select(a => a.Name)]));
        foreach (var module in Parts.Modules) services.AddSingleton(module);
        services.AddAgentOSPostgres(new PostgresOptions
        {
            ConnectionString = settings.ConnectionString,
            Folder = Path.Combine(settings.Home, "postgres"),
            NodeModules = Path.Combine(settings.Root, "node_modules"),
        });
        services.AddKnowledgeParts(settings);
        services.AddSingleton<IIdentities, PostgresIdentities>();
        services.AddEmbeddedUnderstanding(make: KeptUnderstanding.Make);
        services.AddModels(settings.Models, provider => provider.GetRequiredService<EmbeddedChatClient>());
        services.AddSingleton<LentTools>();
        services.AddSingleton<IToolPipeline, ToolPipeline>();
        services.AddSingleton<ModelChoices>();
        services.AddSingleton<IAgentDirectory, GraphAgents>();
        services.AddSingleton<Conversations>();
        services.AddSingleton<IConversations>(provider => new ArabiziConversations(settings.Memory
            ? provider.GetRequiredService<Conversations>().Remembering(provider, text => Consent.Read(text) != ConsentAnswer.Unclear)
            : provider.GetRequiredService<Conversations>()));
        services.TryAddSingleton<McpTools>();
        return services;
    }
}
