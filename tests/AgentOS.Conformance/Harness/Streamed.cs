using Microsoft.Extensions.AI;

namespace AgentOS.Conformance;

/// <summary>Cuts a response into updates as providers' adapters do: text in pieces, each call in an update of its own.</summary>
internal static class Streamed
{
    private const int Piece = 7;

    public static IEnumerable<ChatResponseUpdate> Updates(ChatResponse response)
    {
        var message = response.Messages[0];
        foreach (var content in message.Contents.SelectMany(Cut))
            yield return Update(response, message, content);
        yield return Update(response, message, new UsageContent(response.Usage!));
        yield return new ChatResponseUpdate { MessageId = message.MessageId, ResponseId = response.ResponseId, FinishReason = response.FinishReason };
    }

    private static ChatResponseUpdate Update(ChatResponse response, ChatMessage message, AIContent content) => new(ChatRole.Assistant, [content])
    {
        MessageId = message.MessageId,
        ResponseId = response.ResponseId,
    };

    private static IEnumerable<AIContent> Cut(AIContent content) => content is TextContent { Text: var text }
        ? text.Chunk(Piece).Select(c => new TextContent(new string(c)))
        : [content];
}
