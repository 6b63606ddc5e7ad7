using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Agents;
using AgentOS.Identity;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Understanding.Tests.Dialogue;

/// <summary>A conversation with the embedded model, without the isolates of its replies; its history written to JSON and read back before every turn as after a restart.</summary>
internal sealed class Talk
{
    private static readonly Tenant Najd = new(Guid.Parse("00000000-0000-7000-8000-000000000001"), "Najd Roastery", TimeZoneInfo.Utc, "SAR", DayOfWeek.Sunday);
    private static readonly Principal Sara = new(Najd, Guid.Parse("00000000-0000-7000-8000-0000000000a1"), "Sara", new HashSet<string> { "*" });

    private readonly Dictionary<string, IReadOnlyList<AITool>> agents = [];
    private string agent = "all";
    private List<ChatMessage> messages = [];

    public Talk() => agents["all"] = [.. Catalogs.All.All.Select(t => (AITool)new Function(t))];

    /// <summary>Calls of the last turn, hand-offs included.</summary>
    public List<(string Tool, JsonObject Arguments)> Calls { get; } = [];

    /// <summary>What tools answer; by default each says its name.</summary>
    public Func<string, JsonObject, ToolReply> Answer { get; set; } = (tool, _) => Said($"[{tool}]");

    public Focus Focus { get; set; } = Focus.Empty;

    public static ToolReply Said(string text) => new() { View = "View", Data = JsonSerializer.SerializeToElement(new { }), Said = text };

    public Talk WithAgents(string first, params (string Name, string[] Areas, string[] HandOffs)[] graph)
    {
        foreach (var (name, areas, _) in graph) agents[name] = [.. Catalogs.All.All.Where(t => areas.Contains(t.Name.Split('.')[0])).Select(t => (AITool)new Function(t))];
        foreach (var (name, _, handOffs) in graph)
        {
            agents[name] = [.. agents[name], .. handOffs.Select(h => new HandOff(h, [.. graph.Where(g => g.Name == h).SelectMany(g => Catalogs.All.All.Where(t => g.Areas.Contains(t.Name.Split('.')[0])).Select(t => t.Name))]))];
        }

        agent = first;
        return this;
    }

    public Talk With(params AITool[] tools)
    {
        agents["all"] = [.. agents["all"], .. tools];
        return this;
    }

    public async Task<string> SayAsync(string text)
    {
        messages = JsonSerializer.Deserialize<List<ChatMessage>>(JsonSerializer.Serialize(messages, AIJsonUtilities.DefaultOptions), AIJsonUtilities.DefaultOptions)!;
        messages.Add(new ChatMessage(ChatRole.User, text));
        Calls.Clear();
        for (var step = 0; step < 8; step++)
        {
            var options = new ChatOptions { Tools = [.. agents[agent]], AdditionalProperties = new() { [TurnFacts.Key] = new TurnFacts(Sara, new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero), Focus) } };
            var response = await Catalogs.Client.GetStreamingResponseAsync(messages, options).ToChatResponseAsync();
            messages.AddRange(response.Messages);
            var calls = response.Messages.SelectMany(m => m.Contents).OfType<FunctionCallContent>().ToList();
            if (calls.Count == 0) return response.Text.Replace("\u2066", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
            messages.Add(new ChatMessage(ChatRole.Tool, [.. calls.Select(Run)]));
        }

        throw new InvalidOperationException("The model goes on for ever.");
    }

    private FunctionResultContent Run(FunctionCallContent call)
    {
        if (call.Name.StartsWith("hand_off_to_", StringComparison.Ordinal))
        {
            agent = call.Name["hand_off_to_".Length..];
            Calls.Add((call.Name, []));
            return new FunctionResultContent(call.CallId, "ok");
        }

        var arguments = JsonSerializer.SerializeToNode(call.Arguments, ToolJson.Options)!.AsObject();
        if (Catalogs.All.Find(call.Name) is not { } tool)
        {
            Calls.Add((call.Name, arguments));
            return new FunctionResultContent(call.CallId, $"[{call.Name}]");
        }

        tool.Invoker.Bind(JsonSerializer.SerializeToElement(arguments));
        Calls.Add((tool.Name, arguments));
        return new FunctionResultContent(call.CallId, Answer(tool.Name, arguments).ToJson());
    }

    private sealed class Function(ToolDescriptor tool) : ToolFunction(tool)
    {
        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => default;
    }

    private sealed class HandOff(string target, IReadOnlyList<string> tools) : HandOffFunction(target, tools)
    {
        protected override ValueTask<object?> InvokeCoreAsync(AIFunctionArguments arguments, CancellationToken cancellationToken) => default;
    }
}
