using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Agents;
using AgentOS.Data;
using AgentOS.Domain.Demo;
using AgentOS.Runtime.Turns;
using AgentOS.Tools;
using AgentOS.Understanding;
using Microsoft.Extensions.AI;

namespace AgentOS.Host.Commands.Tuning;

/// <summary>Asks the embedded model as a conversation with all tools would, at the start of one, and runs nothing.</summary>
internal static class WouldCall
{
    public static async Task<(IReadOnlyList<(string Tool, JsonObject Arguments)> Calls, string? Reply)> AskAsync(EmbeddedUnderstanding model, IToolCatalog catalog, INameSource? names, string text, CancellationToken cancel)
    {
        using var client = new EmbeddedChatClient(model, names: names);
        var response = await client.GetResponseAsync([new ChatMessage(ChatRole.User, text)], new ChatOptions
        {
            Tools = [.. catalog.All.Select(tool => new CatalogFunction(tool))],
            AdditionalProperties = new() { [TurnFacts.Key] = new TurnFacts(DemoCompany.Sara, TimeProvider.System.GetUtcNow(), Focus.Empty) },
        }, cancel);
        var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().Select(call => (catalog.Find(call.Name)?.Name ?? call.Name, Arguments(call))).ToList();
        return (calls, response.Text is { Length: > 0 } reply ? reply : null);
    }

    private static JsonObject Arguments(FunctionCallContent call) => JsonSerializer.SerializeToNode(call.Arguments, ToolJson.Options) as JsonObject ?? [];
}
