using Microsoft.Extensions.AI;

namespace AgentOS.Models.OpenAi;

/// <summary>What has been read of an answer, whole or in pieces; both ways end in the same contents.</summary>
internal sealed class Answer
{
    public string? Id { get; set; }

    public string? Model { get; set; }

    public DateTimeOffset? Created { get; set; }

    /// <summary>The provider's finish reason, when it has given one.</summary>
    public string? Finish { get; set; }

    public UsageDetails? Usage { get; set; }

    /// <summary>An error that came inside an answer of status 200.</summary>
    public string? Error { get; set; }

    /// <summary>Whether there was a choice at all.</summary>
    public bool HasChoice { get; set; }

    public CallAssembler Calls { get; } = new();

    /// <summary>Text read and not yet taken.</summary>
    public string? Text { get; set; }

    /// <summary>Reasoning read and not yet taken.</summary>
    public string? Reasoning { get; set; }

    public ChatFinishReason FinishReason => Finish switch
    {
        "length" => ChatFinishReason.Length,
        "content_filter" => ChatFinishReason.ContentFilter,
        _ when Calls.Calls.Count > 0 => ChatFinishReason.ToolCalls,
        null or "stop" or "tool_calls" or "function_call" => ChatFinishReason.Stop,
        var other => new ChatFinishReason(other),
    };

    public void AddCallsTo(IList<AIContent> contents)
    {
        foreach (var call in Calls.Calls)
            contents.Add(call.ToContent(truncated: Finish is "length"));
    }
}
