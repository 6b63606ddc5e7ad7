using System.Text.Json;
using AgentOS.Identity;
using AgentOS.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Web.Mcp;

/// <summary>The catalog as MCP tools, for one principal.</summary>
internal sealed class McpTools(IToolCatalog catalog, IToolPipeline pipeline)
{
    /// <summary>Options of a server that acts for <paramref name="principal"/>.</summary>
    public McpServerOptions Serve(Principal principal) => new()
    {
        ServerInfo = new Implementation { Name = "agentos", Title = "AgentOS", Version = typeof(McpTools).Assembly.GetName().Version?.ToString(3) ?? "0" },
        ServerInstructions = "The CRM and ERP of " + principal.Tenant.Name + ". Refer to records by number or name. "
            + "Some tools ask a person for approval first and say so; never approve on a person's behalf.",
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. catalog.All.Where(t => principal.May(t.Permission)).Select(Describe)] }),
            CallToolHandler = (request, cancel) => CallAsync(request, principal, cancel),
        },
    };

    private static Tool Describe(ToolDescriptor tool) => new()
    {
        Name = tool.FunctionName,
        Title = tool.Name,
        Description = tool.Description,
        InputSchema = tool.InputSchema,
        Annotations = new ToolAnnotations
        {
            Title = tool.Name,
            ReadOnlyHint = tool.Effect == Effect.Read,
            DestructiveHint = tool.Effect == Effect.Irreversible,
            IdempotentHint = tool.Effect == Effect.Read,
            OpenWorldHint = false,
        },
    };

    private async ValueTask<CallToolResult> CallAsync(RequestContext<CallToolRequestParams> request, Principal principal, CancellationToken cancel)
    {
        var asked = request.Params ?? throw new McpProtocolException("The call names no tool.", McpErrorCode.InvalidParams);
        var tool = catalog.Find(asked.Name) ?? throw new McpProtocolException($"There is no tool '{asked.Name}'.", McpErrorCode.InvalidParams);
        var arguments = JsonSerializer.SerializeToElement(asked.Arguments ?? new Dictionary<string, JsonElement>(), ToolJson.Options);
        var language = Language.Of(arguments.GetRawText());
        try
        {
            if (ApprovalByElicitation.AnswerOf(asked) is { } answer)
                return McpReply.Of(await pipeline.AnswerApprovalAsync(principal, answer.Approval, answer.Approved, language, cancel));
            if (asked.RequestState is not null) return McpReply.PutOff;
            var reply = await pipeline.CallAsync(new ToolCall(tool, arguments, principal, language, $"mcp:{Guid.CreateVersion7()}"), cancel);
            if (reply.Approval is { } approval && ApprovalByElicitation.CanAsk(request.Server)) throw ApprovalByElicitation.Ask(approval);
            return McpReply.Of(reply);
        }
        catch (ToolException refusal)
        {
            return McpReply.Of(ToolReply.Failed(new ToolError(refusal.Code, refusal.Message)));
        }
    }
}
