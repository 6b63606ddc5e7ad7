using System.Text.Json;
using AgentOS.Models.Json;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Anthropic;

/// <summary>Puts a request into the shape that Anthropic's package sends whole: results as text, broken arguments as objects, nothing of the runtime's own.</summary>
internal static class AnthropicRequest
{
    public static IEnumerable<ChatMessage> Messages(IEnumerable<ChatMessage> messages)
    {
        foreach (var message in messages)
        {
            var contents = message.Contents.Any(Changes) ? [.. message.Contents.Select(Plain)] : message.Contents;
            yield return new ChatMessage(message.Role, contents) { MessageId = message.MessageId };
        }
    }

    public static ChatOptions? Options(ChatOptions? options)
    {
        if (options?.AdditionalProperties is null) return options;
        var copy = options.Clone();
        copy.AdditionalProperties = null;
        return copy;
    }

    private static bool Changes(AIContent content) =>
        content is FunctionResultContent or FunctionCallContent { Arguments: null } || content.AdditionalProperties is not null;

    private static AIContent Plain(AIContent content) => content switch
    {
        FunctionResultContent result => new FunctionResultContent(result.CallId, Text(result)),
        FunctionCallContent { Arguments: null } call => new FunctionCallContent(call.CallId, call.Name, Unreadable(call)),
        _ => content,
    };

    private static Dictionary<string, object?> Unreadable(FunctionCallContent call) =>
        CallArguments.Unreadable(call) is { } raw ? new() { ["unreadable"] = raw } : [];

    private static string Text(FunctionResultContent result) => result.Result switch
    {
        string text => text,
        ToolReply reply => reply.ToJson().GetRawText(),
        JsonElement { ValueKind: JsonValueKind.String } json => json.GetString()!,
        JsonElement { ValueKind: not JsonValueKind.Undefined } json => json.GetRawText(),
        TextContent text => text.Text,
        null or JsonElement => result.Exception is null ? "" : "The call failed.",
        var other => JsonSerializer.Serialize(other, other.GetType(), ToolJson.Options),
    };
}
