using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Makes a history fit to be sent: every call has exactly one result, right behind it; results without a call, and second results, go.
/// A call whose id was used before is a new call once the earlier one has its result, and the same one said twice until then.
/// </summary>
internal static class HistoryRepair
{
    public static List<ChatMessage> Apply(IEnumerable<ChatMessage> messages, Func<FunctionCallContent, object?> missing)
    {
        var repaired = new List<ChatMessage>();
        var open = new Dictionary<string, Slot>(StringComparer.Ordinal);
        foreach (var message in messages)
        {
            var rest = new List<AIContent>(message.Contents.Count);
            List<FunctionCallContent>? calls = null;
            foreach (var content in message.Contents)
            {
                if (content is FunctionResultContent result) Answer(open, result);
                else if (content is not FunctionCallContent { InformationalOnly: false } call) rest.Add(content);
                else if (!open.ContainsKey(call.CallId) && calls?.Exists(c => c.CallId == call.CallId) != true)
                {
                    (calls ??= []).Add(call);
                    rest.Add(call);
                }
            }

            if (rest.Count == message.Contents.Count) repaired.Add(message);
            else if (rest.Count > 0) repaired.Add(With(message, rest));
            if (calls is not null) repaired.Add(Expect(open, calls, missing));
        }

        return repaired;
    }

    private static ChatMessage Expect(Dictionary<string, Slot> open, List<FunctionCallContent> calls, Func<FunctionCallContent, object?> missing)
    {
        var results = new ChatMessage(ChatRole.Tool, [.. calls.Select(c => new FunctionResultContent(c.CallId, missing(c)))]);
        for (var i = 0; i < calls.Count; i++) open[calls[i].CallId] = new Slot(results, i);
        return results;
    }

    private static void Answer(Dictionary<string, Slot> open, FunctionResultContent result)
    {
        if (open.Remove(result.CallId, out var slot)) slot.Results.Contents[slot.Index] = result;
    }

    private static ChatMessage With(ChatMessage message, List<AIContent> contents) => new(message.Role, contents)
    {
        AuthorName = message.AuthorName,
        MessageId = message.MessageId,
        AdditionalProperties = message.AdditionalProperties,
    };

    private readonly record struct Slot(ChatMessage Results, int Index);
}
