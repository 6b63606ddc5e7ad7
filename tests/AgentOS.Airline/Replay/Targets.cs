using AgentOS.Airline.Recording;
using AgentOS.Tools;
using Microsoft.Extensions.DependencyInjection;

namespace AgentOS.Airline.Replay;

/// <summary>What each task's own actions leave behind, done as direct calls through the pipeline.</summary>
internal static class Targets
{
    /// <summary>The database's hash for each task. May be asked for again: the same calls do not take effect twice.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> HashesAsync(IServiceProvider services, DatabaseHash hash)
    {
        var pipeline = services.GetRequiredService<IToolPipeline>();
        var catalog = services.GetRequiredService<IToolCatalog>();
        var hashes = new Dictionary<int, string>();
        foreach (var task in TauBench.Conversations.DistinctBy(c => c.Task))
        {
            var principal = Tenants.OfTask(task);
            foreach (var action in task.Actions)
            {
                var tool = catalog.Find(Place.FunctionName(action.Tool)) ?? throw new InvalidOperationException($"There is no tool {action.Tool}.");
                await pipeline.CallAsync(new ToolCall(tool, action.Arguments, principal, Language.English, action.Id), CancellationToken.None);
            }

            hashes[task.Task] = await FinalState.HashAsync(services, principal, hash);
        }

        return hashes;
    }
}
