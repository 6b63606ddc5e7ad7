using AgentOS.Tools;
using ModelContextProtocol.Protocol;

namespace AgentOS.Host.Web.Mcp;

/// <summary>A reply as an MCP result: the words as text, the facts as structured content.</summary>
internal static class McpReply
{
    public static CallToolResult Of(ToolReply reply) => new()
    {
        IsError = reply.Error is not null,
        Content = [new TextContentBlock { Text = Text(reply) }],
        StructuredContent = reply.ToJson(),
    };

    /// <summary>The person closed the question without an answer.</summary>
    public static CallToolResult PutOff { get; } = new()
    {
        Content = [new TextContentBlock { Text = "Nothing was done: the question was closed without an answer. The approval stays open until it expires." }],
    };

    private static string Text(ToolReply reply) => reply switch
    {
        { Error: { } error } => error.Choices is { Count: > 0 } choices
            ? $"{error.Message} ({string.Join(", ", choices.Select(c => c.Label))})"
            : error.Message,
        { Approval: { } approval } => $"{approval.Summary}{ChangeList.Of(approval)}\nNothing has been done yet: a person must approve this at "
            + $"POST /api/v1/approvals/{approval.Id} with {{\"approved\":true}}, before {approval.ExpiresAt:u}.",
        _ => reply.Said ?? reply.Data?.GetRawText() ?? "",
    };
}
