using System.Text.Json;
using Microsoft.Extensions.AI;

namespace AgentOS.Models.Tests;

/// <summary>What an answer says, whichever way it came.</summary>
internal static class Logic
{
    public static string Of(ChatResponse response) => string.Join('\n',
    [
        $"{response.ResponseId} {response.ModelId} {response.FinishReason} {response.CreatedAt:O}",
        $"{response.Usage?.InputTokenCount} {response.Usage?.OutputTokenCount} {response.Usage?.TotalTokenCount} {response.Usage?.CachedInputTokenCount}",
        .. response.Messages.SelectMany(m => m.Contents.Select(c => $"{m.Role} {m.MessageId} {Of(c)}")),
    ]);

    public static string Of(AIContent content) => content switch
    {
        TextContent text => text.Text,
        FunctionCallContent call => Of(call),
        _ => content.GetType().Name,
    };

    public static string Of(FunctionCallContent call) => $"{call.CallId}:{call.Name}:{(call.Exception is null ? JsonSerializer.Serialize(call.Arguments) : "unreadable " + call.AdditionalProperties!["arguments"])}";
}
