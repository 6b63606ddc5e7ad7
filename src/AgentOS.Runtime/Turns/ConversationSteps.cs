using AgentOS.Tools;
using AgentOS.Turns;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Turns;

/// <summary>The steps by which a conversation changes, the same whether they happen or are replayed.</summary>
internal static class ConversationSteps
{
    public static OpenTurn Begin(this Conversation conversation, OpenTurn turn, bool goesOn = false)
    {
        if (!goesOn) conversation.Carried = default;
        conversation.Open = turn;
        conversation.Language = turn.Language;
        conversation.Turns++;
        return turn;
    }

    public static TurnResult End(this Conversation conversation, Guid turn, TurnEndedPayload end)
    {
        var result = new TurnResult(turn, end.Reply, end.Language, end.Agent, end.Reason, end.Usage);
        conversation.Keep(conversation.Open?.MessageId, result);
        conversation.Open = null;
        conversation.Carried = end.Reason == TurnEnd.AwaitingApproval ? conversation.Carried.Plus(end.Usage) : default;
        return result;
    }

    /// <summary>Adds results behind the calls they answer; those of one response stay in one message.</summary>
    public static void AddResults(this Conversation conversation, ChatMessage results)
    {
        if (conversation.Messages is [.., { } last] && last.Role == ChatRole.Tool)
        {
            foreach (var content in results.Contents) last.Contents.Add(content);
        }
        else
        {
            conversation.Messages.Add(results);
        }
    }

    /// <summary>The person said something else instead of yes or no: the question is off the table, and its calls are answered so.</summary>
    public static void Overtake(this Conversation conversation)
    {
        conversation.Awaited = null;
        var unanswered = conversation.Unanswered();
        if (unanswered.Count == 0) return;
        var refused = ToolReply.Failed(new ToolError("not_approved", "Not run: instead of answering, the person said something else (their next message).")).ToJson();
        conversation.AddResults(new ChatMessage(ChatRole.Tool, [.. unanswered.Select(c => new FunctionResultContent(c.CallId, refused))]));
    }

    /// <summary>Calls of the last model message that have no result.</summary>
    public static List<FunctionCallContent> Unanswered(this Conversation conversation)
    {
        var answered = new HashSet<string>(StringComparer.Ordinal);
        for (var i = conversation.Messages.Count - 1; i >= 0; i--)
        {
            var message = conversation.Messages[i];
            if (message.Role == ChatRole.Tool)
            {
                foreach (var result in message.Contents.OfType<FunctionResultContent>()) answered.Add(result.CallId);
                continue;
            }

            return message.Role == ChatRole.Assistant
                ? [.. message.Contents.OfType<FunctionCallContent>().Where(c => !c.InformationalOnly && !answered.Contains(c.CallId))]
                : [];
        }

        return [];
    }
}
