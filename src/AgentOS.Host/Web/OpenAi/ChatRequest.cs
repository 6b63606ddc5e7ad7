using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgentOS.Host.Web.Chat;
using AgentOS.Tools;

namespace AgentOS.Host.Web.OpenAi;

/// <summary>
/// What we take of a chat completion request. Sampling settings are the agents' own and are passed over, as is
/// anything newer than this code: clients send many fields, and refusing them would shut most out.
/// </summary>
internal sealed record ChatRequest(string Model, IReadOnlyList<ChatRequest.Message> Messages, bool Stream, bool IncludeUsage, string? Conversation)
{
    internal sealed record Message(string Role, string Content);

    public static ChatRequest Read(JsonNode? body)
    {
        if (body is not JsonObject request) throw Invalid("The body must be a JSON object.");
        if (request["tools"] is JsonArray { Count: > 0 } || request["functions"] is JsonArray { Count: > 0 })
            throw Invalid("The agents bring their own tools; 'tools' of the caller are not taken. An MCP server can lend its tools instead.");
        if (request["n"] is JsonValue n && Number(n) is not (null or 1)) throw Invalid("'n' must be 1.");
        var messages = (request["messages"] as JsonArray ?? throw Invalid("'messages' is missing.")).Select(Parse).ToList();
        if (messages.Count == 0 || messages[^1].Role != "user") throw Invalid("The last message must be the user's.");
        ConversationEndpoints.CheckText(messages[^1].Content);
        var conversation = Text((request["metadata"] as JsonObject)?["conversation"]);
        if (conversation is not null) ConversationEndpoints.CheckId(conversation);
        return new(
            Text(request["model"]) ?? throw Invalid("'model' is missing: the name of an agent, or 'agentos'."),
            messages,
            Flag(request["stream"]),
            Flag((request["stream_options"] as JsonObject)?["include_usage"]),
            conversation);
    }

    private static Message Parse(JsonNode? node)
    {
        if (node is not JsonObject message || Text(message["role"]) is not { } role) throw Invalid("Each message needs a role.");
        return new(role, message["content"] switch
        {
            null => "",
            JsonArray parts => Join(parts),
            { } content => Text(content) ?? throw Invalid("A message's content is text, or a list of text parts."),
        });
    }

    private static string Join(JsonArray parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
        {
            if (Text((part as JsonObject)?["text"]) is not { } piece) throw Invalid("Only text is taken here, no images or audio.");
            if (text.Length > 0) text.Append('\n');
            text.Append(piece);
        }

        return text.ToString();
    }

    private static string? Text(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String ? node.GetValue<string>() : null;

    private static bool Flag(JsonNode? node) => node?.GetValueKind() == JsonValueKind.True;

    private static decimal? Number(JsonValue node) => node.GetValueKind() == JsonValueKind.Number ? node.GetValue<decimal>() : null;

    private static ToolException Invalid(string message) => new("invalid_arguments", message);
}
