using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Turns a caller's messages into a history fit to be sent: requests for approval become the calls they were about,
/// valid answers become those calls' results, anything else about approvals has no effect.
/// </summary>
internal static class ApprovalAnswers
{
    public static async ValueTask<List<ChatMessage>> ApplyAsync(
        IEnumerable<ChatMessage> messages, ChatOptions request, ApprovalLedger ledger, FunctionRunner runner, CancellationToken cancel)
    {
        var history = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        if (!NeedsWork(history)) return [.. history];
        var rewritten = new List<ChatMessage>(history.Count + 1);
        var results = new List<AIContent>();
        foreach (var message in history)
        {
            var contents = new List<AIContent>(message.Contents.Count);
            foreach (var content in message.Contents)
            {
                if (content is ToolApprovalRequestContent { ToolCall: FunctionCallContent asked }) contents.Add(asked);
                else if (content is ToolApprovalResponseContent answer) await AnswerAsync(answer, request, ledger, runner, results, cancel);
                else if (content is not ToolApprovalRequestContent) contents.Add(content);
            }

            if (contents.Count > 0) rewritten.Add(new ChatMessage(message.Role, contents) { MessageId = message.MessageId, AdditionalProperties = message.AdditionalProperties });
        }

        if (results.Count > 0) rewritten.Add(new ChatMessage(ChatRole.Tool, results));
        return HistoryRepair.Apply(rewritten, static _ => ToolReply.Failed(new ToolError("not_run", "Not run: there is no open approval for this call, or it was interrupted.")));
    }

    private static bool NeedsWork(IReadOnlyList<ChatMessage> history)
    {
        foreach (var message in history)
        {
            foreach (var content in message.Contents)
            {
                if (content is not TextContent) return true;
            }
        }

        return false;
    }

    private static async ValueTask AnswerAsync(ToolApprovalResponseContent answer, ChatOptions request, ApprovalLedger ledger, FunctionRunner runner, List<AIContent> results, CancellationToken cancel)
    {
        if (ledger.Redeem(answer, request.ConversationId) is not { } call) return;
        if (!answer.Approved)
        {
            results.Add(new FunctionResultContent(call.Content.CallId, ToolReply.Failed(new ToolError("declined", "The person declined this call. Do not repeat it."))));
            return;
        }

        var outcome = await runner.RunAsync(call, cancel);
        results.Add(new FunctionResultContent(call.Content.CallId, outcome.Result));
    }
}
