using System.Text.Json;
using AgentOS.Turns;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace AgentOS.Host.Web.Mcp;

/// <summary>
/// Asks the person behind an MCP client. The call ends with a question and the client repeats it with the answer;
/// to clients of older protocols the SDK puts the question while the call waits. The state that travels is only the
/// approval's id: the approval itself, bound to its call and its principal, stays here.
/// </summary>
internal static class ApprovalByElicitation
{
    private const string Question = "approval";
    private const string Approved = "approved";

    public static bool CanAsk(McpServer server) => server.ClientCapabilities?.Elicitation is not null;

    public static InputRequiredException Ask(Approval approval) => new(
        new Dictionary<string, InputRequest>
        {
            [Question] = InputRequest.ForElicitation(new ElicitRequestParams
            {
                Message = approval.Summary + ChangeList.Of(approval),
                RequestedSchema = new ElicitRequestParams.RequestSchema
                {
                    Properties = new Dictionary<string, ElicitRequestParams.PrimitiveSchemaDefinition>
                    {
                        [Approved] = new ElicitRequestParams.BooleanSchema { Title = "Approve", Description = "Whether this shall be done" },
                    },
                    Required = [Approved],
                },
            }),
        },
        approval.Id);

    /// <summary>The answer that a repeated call brings; <see langword="null"/> for a first call, or when the person put the question off.</summary>
    public static (string Approval, bool Approved)? AnswerOf(CallToolRequestParams call)
    {
        if (call.RequestState is not { } approval || call.InputResponses?.TryGetValue(Question, out var response) != true) return null;
        var answer = response!.Deserialize(InputResponse.ElicitResultJsonTypeInfo);
        if (answer is null || answer.Action == "cancel") return null;
        var yes = answer.Action == "accept" && answer.Content?.TryGetValue(Approved, out var value) == true && value.ValueKind == JsonValueKind.True;
        return (approval, yes);
    }
}
