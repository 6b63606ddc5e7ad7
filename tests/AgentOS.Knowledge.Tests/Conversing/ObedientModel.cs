using System.Text.Json;
using System.Text.RegularExpressions;
using AgentOS.Tools;
using Microsoft.Extensions.AI;

namespace AgentOS.Knowledge.Tests.Conversing;

/// <summary>
/// The worst model there could be: it asks the documents whatever a person asks, and then does whatever it reads, wherever it stands:
/// <c>name_of_tool {"json": …}</c>. What it has tried once it does not try again.
/// </summary>
internal sealed partial class ObedientModel : IChatClient
{
    private readonly HashSet<string> tried = [];

    /// <summary>The orders that it found and followed.</summary>
    public List<string> Followed { get; } = [];

    public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
    {
        var all = messages.ToList();
        var names = options!.Tools!.Select(t => t.Name).ToHashSet();
        foreach (Match order in all.SelectMany(Texts).SelectMany(text => Order().Matches(text)))
        {
            if (!names.Contains(order.Groups[1].Value) || !tried.Add(order.Value)) continue;
            Followed.Add(order.Value);
            var arguments = JsonSerializer.Deserialize<Dictionary<string, object?>>(order.Groups[2].Value);
            return Say(new FunctionCallContent(Guid.NewGuid().ToString("N"), order.Groups[1].Value, arguments));
        }

        return all[^1].Role == ChatRole.User
            ? Say(new FunctionCallContent(Guid.NewGuid().ToString("N"), "knowledge_ask", new Dictionary<string, object?> { ["question"] = all[^1].Text }))
            : Say(new TextContent("Done."));
    }

    public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException("Nobody listens here.");

    public object? GetService(Type serviceType, object? serviceKey = null) => null;

    public void Dispose()
    {
        // Nothing is held.
    }

    private static IEnumerable<string> Texts(ChatMessage message) => message.Contents.SelectMany(c => c switch
    {
        TextContent text when message.Role == ChatRole.User => [text.Text],
        FunctionResultContent result => Texts(result.Result is ToolReply reply ? reply.ToJson() : result.Result is JsonElement json ? json : JsonSerializer.SerializeToElement(result.Result?.ToString())),
        _ => [],
    });

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(p => Texts(p.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    private static Task<ChatResponse> Say(AIContent content) => Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, [content])));

    [GeneratedRegex(@"([a-z]+_[a-z]+) (\{[^{}]*\})")]
    private static partial Regex Order();
}
