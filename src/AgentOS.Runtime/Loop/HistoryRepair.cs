using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Makes a history fit to be sent: every call has exactly one result, right behind it; results without a call, and second results, go.
/// </summary>
internal static class HistoryRepair
{
    public static List<ChatMessage> Apply(IEnumerable<ChatMessage> messages, Func<FunctionCallContent, object?> missing)
    {
        var input = messages as IReadOnlyList<ChatMessage> ?? [.. messages];
        var results = new Dictionary<string, FunctionResultContent>(StringComparer.Ordinal);
        foreach (var message in input)
        {
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
                results.TryAdd(result.CallId, result);
        }

        var repaired = new List<ChatMessage>(input.Count);
        var called = new HashSet<string>(StringComparer.Ordinal);
        foreach (var message in input)
        {
            var calls = message.Contents.OfType<FunctionCallContent>().Where(c => !c.InformationalOnly).ToList();
            if (message.Role == ChatRole.Tool || message.Contents.Any(c => c is FunctionResultContent))
            {
                var rest = message.Contents.Where(c => c is not FunctionResultContent).ToList();
                if (rest.Count > 0) repaired.Add(With(message, rest));
                continue;
            }

            var kept = calls.Where(c => called.Add(c.CallId)).ToList();
            if (kept.Count < calls.Count)
            {
                var rest = message.Contents.Where(c => c is not FunctionCallContent call || kept.Contains(call)).ToList();
                if (rest.Count > 0) repaired.Add(With(message, rest));
            }
            else if (message.Contents.Count > 0)
            {
                repaired.Add(message);
            }

            if (kept.Count > 0)
            {
                repaired.Add(new ChatMessage(ChatRole.Tool,
                    [.. kept.Select(c => results.TryGetValue(c.CallId, out var r) ? r : new FunctionResultContent(c.CallId, missing(c)))]));
            }
        }

        return repaired;
    }

    private static ChatMessage With(ChatMessage message, List<AIContent> contents) => new(message.Role, contents)
    {
        AuthorName = message.AuthorName,
        MessageId = message.MessageId,
        AdditionalProperties = message.AdditionalProperties,
    };
}
