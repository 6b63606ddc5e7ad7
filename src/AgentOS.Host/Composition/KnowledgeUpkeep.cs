using AgentOS.Knowledge;

namespace AgentOS.Host.Composition;

/// <summary>Looks after the index of documents while the server runs.</summary>
internal sealed class KnowledgeUpkeep(QdrantUpkeep upkeep) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => upkeep.RunAsync(stoppingToken);
}
