using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Models.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Recording;

/// <summary>A response's form in a recording.</summary>
internal static class RecordedResponse
{
    public static JsonElement Write(ChatResponse response, Redaction redaction)
    {
        var json = new JsonObject { ["model"] = response.ModelId, ["finish"] = response.FinishReason?.Value };
        json["contents"] = new JsonArray([.. response.Messages.SelectMany(message => message.Contents).Select(Content).OfType<JsonNode>()]);
        if (response.Usage is { } usage)
            json["usage"] = new JsonObject { ["input"] = usage.InputTokenCount, ["output"] = usage.OutputTokenCount, ["cached"] = usage.CachedInputTokenCount };
        return JsonElement.Parse(redaction.Clean(json.ToJsonString(ToolJson.Options)));
    }

    public static ChatResponse Read(JsonElement json)
    {
        var id = "replayed-" + Guid.CreateVersion7().ToString("N");
        var contents = json.GetProperty("contents").EnumerateArray().Select(ReadContent).ToList();
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, contents) { MessageId = id }) { ResponseId = id, ModelId = Text(json, "model") };
        if (Text(json, "finish") is { } finish) response.FinishReason = new ChatFinishReason(finish);
        if (json.TryGetProperty("usage", out var usage))
        {
            response.Usage = new UsageDetails { InputTokenCount = Count(usage, "input"), OutputTokenCount = Count(usage, "output"), CachedInputTokenCount = Count(usage, "cached") };
            response.Usage.TotalTokenCount = (response.Usage.InputTokenCount ?? 0) + (response.Usage.OutputTokenCount ?? 0);
        }

        return response;
    }

    private static JsonObject? Content(AIContent content) => content switch
    {
        TextReasoningContent reasoning => new JsonObject { ["reasoning"] = reasoning.Text },
        TextContent text => new JsonObject { ["text"] = text.Text },
        FunctionCallContent call => new JsonObject { ["id"] = call.CallId, ["call"] = call.Name, ["arguments"] = CallArguments.Unreadable(call) ?? CallArguments.Text(call) },
        _ => null,
    };

    private static AIContent ReadContent(JsonElement content) =>
        Text(content, "call") is { } name ? CallArguments.Read(Text(content, "id") ?? "", name, Text(content, "arguments") ?? "", truncated: false)
        : Text(content, "reasoning") is { } reasoning ? new TextReasoningContent(reasoning)
        : new TextContent(Text(content, "text"));

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static long? Count(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var count) ? count : null;
}
