using AgentOS.Tools;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Web.Mcp;

/// <summary>Asks the person behind an MCP client, where the client can pass questions on to one.</summary>
internal static class ApprovalByElicitation
{
    /// <summary>The call's outcome once the person has answered; <paramref name="waiting"/> unchanged when nobody can be asked.</summary>
    public static async ValueTask<ToolReply> AskAsync(McpServer server, IToolPipeline pipeline, ToolCall call, ToolReply waiting, CancellationToken cancel)
    {
        if (server.ClientCapabilities?.Elicitation is null || waiting.Approval is not { } approval) return waiting;
        var answer = await server.ElicitAsync(new ElicitRequestParams
        {
            Message = approval.Summary + ChangeList.Of(approval),
            RequestedSchema = new ElicitRequestParams.RequestSchema
            {
                Properties = new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
                {
                    ["approved"] = new ElicitRequestParams.BooleanSchema { Title = "Approve", Description = "Whether this shall be done" },
                },
                Required = ["approved"],
            },
        }, cancel);
        if (answer.Action == "cancel") return waiting;
        var approved = answer.Action == "accept" && answer.Content?.TryGetValue("approved", out var value) == true && value.ValueKind == System.Text.Json.JsonValueKind.True;
        return await pipeline.AnswerApprovalAsync(call.Principal, approval.Id, approved, call.Language, cancel);
    }
}
