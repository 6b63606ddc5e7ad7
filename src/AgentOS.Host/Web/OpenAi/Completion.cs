using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Turns;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>Writes results in the shapes of OpenAI's API.</summary>
internal sealed record Completion(string Id, long Created, string Model)
{
    public JsonObject Whole(TurnResult result, string conversation) => new()
    {
        ["id"] = Id,
        ["object"] = "chat.completion",
        ["created"] = Created,
        ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = result.Reply, ["refusal"] = null },
            ["logprobs"] = null,
            ["finish_reason"] = Reason(result),
        }),
        ["usage"] = Usage(result),
        ["agentos"] = Extra(result, conversation),
    };

    public JsonObject Begin() => Chunk(new JsonObject { ["role"] = "assistant", ["content"] = "" }, null);

    public JsonObject Piece(string text) => Chunk(new JsonObject { ["content"] = text }, null);

    public JsonObject End(TurnResult result, string conversation)
    {
        var chunk = Chunk([], Reason(result));
        chunk["agentos"] = Extra(result, conversation);
        return chunk;
    }

    public JsonObject UsageChunk(TurnResult result)
    {
        var chunk = Chunk([], null);
        chunk["choices"] = new JsonArray();
        chunk["usage"] = Usage(result);
        return chunk;
    }

    private JsonObject Chunk(JsonObject delta, string? reason) => new()
    {
        ["id"] = Id,
        ["object"] = "chat.completion.chunk",
        ["created"] = Created,
        ["model"] = Model,
        ["choices"] = new JsonArray(new JsonObject { ["index"] = 0, ["delta"] = delta, ["logprobs"] = null, ["finish_reason"] = reason }),
    };

    private static string Reason(TurnResult result) => result.Reason == TurnEnd.LimitReached ? "length" : "stop";

    private static JsonObject Usage(TurnResult result) => new()
    {
        ["prompt_tokens"] = result.Usage.InputTokens,
        ["completion_tokens"] = result.Usage.OutputTokens,
        ["total_tokens"] = result.Usage.InputTokens + result.Usage.OutputTokens,
    };

    // Beyond OpenAI's own fields: where the conversation goes on, and the approval it waits for.
    private static JsonObject Extra(TurnResult result, string conversation) => new()
    {
        ["conversation"] = conversation,
        ["agent"] = result.Agent,
        ["reason"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Reason.ToString()),
        ["approval"] = result.Approval?.Id,
    };
}
