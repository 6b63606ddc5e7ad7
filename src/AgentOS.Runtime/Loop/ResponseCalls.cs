using System.Globalization;
using Microsoft.Extensions.AI;

namespace AgentOS.Runtime.Loop;

/// <summary>
/// Takes the calls out of a response. Afterwards each call in it has an id of its own:
/// the same call said twice under one id is said once, a different call under a taken id gets a new one.
/// </summary>
internal static class ResponseCalls
{
    public static List<PlannedCall> Take(ChatResponse response, ToolSet tools)
    {
        List<PlannedCall> calls = [];
        foreach (var message in response.Messages)
        {
            var contents = message.Contents;
            for (var i = 0; i < contents.Count; i++)
            {
                if (contents[i] is not FunctionCallContent { InformationalOnly: false } content) continue;
                var call = new PlannedCall(content, tools.Find(content.Name), calls.Count);
                var twin = string.IsNullOrEmpty(content.CallId) ? null : calls.Find(c => c.Content.CallId == content.CallId);
                if (twin?.Fingerprint == call.Fingerprint)
                {
                    contents.RemoveAt(i--);
                    continue;
                }

                if (twin is not null || string.IsNullOrEmpty(content.CallId))
                {
                    content = WithId(content, NewId(calls, content.CallId));
                    contents[i] = content;
                    call = new PlannedCall(content, call.Tool, calls.Count);
                }

                calls.Add(call);
            }
        }

        return calls;
    }

    private static string NewId(List<PlannedCall> calls, string? taken)
    {
        for (var n = calls.Count + 1; ; n++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{(string.IsNullOrEmpty(taken) ? "call" : taken)}_{n}");
            if (!calls.Exists(c => c.Content.CallId == id)) return id;
        }
    }

    private static FunctionCallContent WithId(FunctionCallContent content, string id) => new(id, content.Name, content.Arguments)
    {
        Exception = content.Exception,
        AdditionalProperties = content.AdditionalProperties,
    };
}
