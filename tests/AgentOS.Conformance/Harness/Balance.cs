using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>Whether every call has exactly one result, right behind it, and every result its call.</summary>
internal static class Balance
{
    /// <summary>What is wrong with the messages, or <see langword="null"/>.</summary>
    public static string? Fault(IReadOnlyList<ChatMessage> messages)
    {
        List<string> open = [];
        var answered = new Dictionary<string, int>();
        foreach (var message in messages)
        {
            if (message.Role != ChatRole.Tool)
            {
                if (Unanswered(open, answered) is { } fault) return fault;
                (open, answered) = ([], []);
            }

            open.AddRange(message.Contents.OfType<FunctionCallContent>().Select(c => c.CallId));
            foreach (var result in message.Contents.OfType<FunctionResultContent>())
            {
                if (!open.Contains(result.CallId)) return $"a result for {result.CallId} without its call";
                answered[result.CallId] = answered.GetValueOrDefault(result.CallId) + 1;
            }
        }

        return Unanswered(open, answered);
    }

    /// <summary>The first fault in any request that the model was sent, or <see langword="null"/>.</summary>
    public static string? Fault(ScriptedModel model) =>
        model.Requests.Select(r => Fault(r.Messages)).FirstOrDefault(f => f is not null);

    private static string? Unanswered(List<string> open, Dictionary<string, int> answered) => open
        .GroupBy(id => id)
        .Select(calls => (Id: calls.Key, Calls: calls.Count(), Results: answered.GetValueOrDefault(calls.Key)))
        .Where(c => c.Results < 1 || c.Results > c.Calls)
        .Select(c => $"call {c.Id} has {c.Results} results")
        .FirstOrDefault();
}
