using System.Text.Json.Nodes;
using AgentOS.Tools;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>Lets any OpenAI client talk to the agents.</summary>
internal static class OpenAiEndpoints
{
    public const string EntryModel = "agentos";

    public static void MapOpenAi(this IEndpointRouteBuilder app)
    {
        app.MapGet("/v1/models", (AgentNames agents) => Results.Json(new JsonObject { ["object"] = "list", ["data"] = new JsonArray([.. Models(agents)]) }));
        app.MapGet("/v1/models/{model}", (AgentNames agents, string model) =>
            Results.Json(Models(agents).FirstOrDefault(m => (string?)m["id"] == model) ?? throw Unknown(model)));
        app.MapPost("/v1/chat/completions", CompleteAsync);
    }

    private static async Task CompleteAsync(HttpContext context, OpenAiChat chat, AgentNames agents)
    {
        var request = ChatRequest.Read(await JsonBody.ReadAsync(context.Request, context.RequestAborted));
        if (request.Model != EntryModel && !agents.All.Contains(request.Model)) throw Unknown(request.Model);
        await chat.AnswerAsync(context, request);
    }

    private static IEnumerable<JsonObject> Models(AgentNames agents) => agents.All.Prepend(EntryModel).Distinct(StringComparer.Ordinal)
        .Select(name => new JsonObject { ["id"] = name, ["object"] = "model", ["created"] = 1_763_596_800, ["owned_by"] = "agentos" });

    private static ToolException Unknown(string model) =>
        new("unknown_agent", $"There is no model '{model}'. GET /v1/models lists the agents; 'agentos' lets the router choose.");
}

/// <summary>The agents that may be talked to by name.</summary>
internal sealed record AgentNames(IReadOnlyList<string> All);
